import { z } from "zod";
import type { CausePart } from "@/engine/world/causes";
import { formatLevel, type Notation } from "./notation";
import { DecimalText, named, RoomMoment, Seq } from "./primitives";

/** What one cause did to a level. */
export const CauseShare = named(
  "CauseShare",
  z.object({
    cause: z
      .string()
      .describe("`shock:` and the id of a scenario's shock, or gpu-hour, scarcity, own-decision, panel …"),
    part: DecimalText.describe("In the benchmark's own unit; the parts sum to the move exactly"),
  }),
);
export type CauseShare = z.infer<typeof CauseShare>;

/** A fixing beside the one before, and what its move is made of. */
export const MoveView = named(
  "Move",
  z.object({
    benchmark: z.string(),
    date: z.string(),
    level: DecimalText,
    previous: DecimalText.nullable().describe("The last level before, or the start level (rule 3.5); null: not known"),
    move: DecimalText.nullable().describe("level − previous"),
    causes: z.array(CauseShare).nullable().describe("null: of an engine that could not say why"),
    seq: Seq,
    roomTime: RoomMoment,
  }),
);
export type MoveView = z.infer<typeof MoveView>;

export const toCauseShares = (causes: readonly CausePart[], notation: Notation): CauseShare[] =>
  causes.map(({ cause, part }) => ({ cause, part: formatLevel(part, notation) }));
