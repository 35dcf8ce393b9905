import type { ParticipantConfig } from "../config";
import { Hedger } from "./hedger";
import { MarketMaker } from "./market-maker";
import { NoiseTrader } from "./noise-trader";
import type { Participant } from "./participant";

/** `no` tells participants of one kind apart where nothing else does. */
export function createParticipant(config: ParticipantConfig, no: number): Participant {
  switch (config.kind) {
    case "market-maker":
      return new MarketMaker(config);
    case "noise":
      return new NoiseTrader(config);
    case "hedger":
      return new Hedger(config, no);
  }
}
