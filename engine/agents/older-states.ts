import { MakerView } from "./maker-view";
import type { ParticipantConfig } from "./participant-config";
import type { LadderState } from "./quote-ladder";

/**
 * The state of a participant as builds of snapshot version 2 wrote it, in the present form: its quotes and orders go on
 * where they were, and what it had no idea of then (volatility, clusters, a year's programme) begins as in a new room.
 */
export function participantFromSecond(config: ParticipantConfig, saved: unknown): unknown {
  switch (config.kind) {
    case "market-maker":
      return makerFromSecond(saved as Maker2);
    case "noise":
      return noiseFromSecond(saved as Noise2);
    case "hedger":
      return { ...(saved as object), programme: 1, budget: 1, quarter: "" };
    default:
      return saved;
  }
}

/** Leaned by benchmark; knew nothing of single months. */
interface Maker2 {
  readonly day: number;
  readonly lastLook: number;
  readonly looks: number;
  readonly leans: readonly number[];
  readonly ladders: readonly (LadderState | null)[];
}

const makerFromSecond = ({ leans, ...kept }: Maker2): unknown => ({
  ...kept,
  mayAdd: true,
  views: leans.map((lean) => ({ ...new MakerView().snapshot(), level: lean })),
});

/** Was busy or quiet as a coin fell. */
interface Noise2 {
  readonly busy: boolean;
  readonly moods: readonly number[];
  readonly resting: readonly { readonly slot: number; readonly id: number }[];
}

const noiseFromSecond = ({ moods, resting }: Noise2): unknown => ({
  lastLook: 0,
  excited: [0, 0],
  asked: 0,
  moods,
  resting,
});
