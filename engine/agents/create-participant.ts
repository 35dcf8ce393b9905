import type { ParticipantConfig } from "../config";
import type { Participant } from "./participant";

export function createParticipant(config: ParticipantConfig, no: number): Participant {
  throw new Error(`${config.kind} ${no}`);
}
