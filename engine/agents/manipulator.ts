import { CloseMarker } from "./manipulation/close-marker";
import { FalseInterest } from "./manipulation/false-interest";
import { WashPact } from "./manipulation/wash-pact";
import type { Participant } from "./participant";
import type { ManipulatorConfig } from "./participant-config";

/**
 * A participant that breaks rule 8.2 on purpose, so that people can learn to see it and surveillance can be graded. All the
 * other rules bind it as they bind everybody (8.3): margin, limits, the band, and what it sees.
 */
export function createManipulator(config: ManipulatorConfig): Participant {
  switch (config.style) {
    case "spoofing":
    case "layering":
      return new FalseInterest(config, config.style);
    case "wash":
      return new WashPact(config);
    case "marking-the-close":
      return new CloseMarker(config);
  }
}
