import type { ParticipantConfig } from "../config";
import { Hedger } from "./hedger";
import { createManipulator } from "./manipulator";
import { MarketMaker } from "./market-maker";
import { MomentumTrader } from "./momentum-trader";
import { NewsCrowd } from "./news-crowd";
import { NoiseTrader } from "./noise-trader";
import type { Participant } from "./participant";
import { SpreadArbitrageur } from "./spread-arbitrageur";
import { ValueTrader } from "./value-trader";

/** `no` tells participants of one kind apart where nothing else does. */
export function createParticipant(config: ParticipantConfig, no: number): Participant {
  switch (config.kind) {
    case "market-maker":
      return new MarketMaker(config);
    case "noise":
      return new NoiseTrader(config);
    case "hedger":
      return new Hedger(config, no);
    case "value":
      return new ValueTrader(config);
    case "momentum":
      return new MomentumTrader(config);
    case "arbitrage":
      return new SpreadArbitrageur(config);
    case "crowd":
      return new NewsCrowd(config);
    case "manipulator":
      return createManipulator(config);
  }
}
