import type { Refusal } from "./refusals";
import type { AccountNo, Cents } from "./units";
import type { FillReport, OrderReport } from "./views";

/** What a command came to. Every outcome is decided by the state alone, so a replay repeats it. */
export type Outcome =
  /** A placed or replaced order, with the fills it made on entry. A refused new order is `rejected` and carries its refusal. */
  | {
      readonly kind: "order";
      readonly order: OrderReport;
      readonly fills: readonly FillReport[];
      readonly repeated: boolean;
      /** The exits of a bracket, or the other order of an OCO, as they are now. */
      readonly others?: readonly OrderReport[];
    }
  | { readonly kind: "cancelled"; readonly orders: readonly OrderReport[] }
  | { readonly kind: "account-opened"; readonly account: AccountNo }
  | { readonly kind: "transferred"; readonly marginCash: Cents; readonly bankCash: Cents; readonly eventSeq: number }
  | { readonly kind: "halted"; readonly contract: string; readonly eventSeq: number }
  | { readonly kind: "resumed"; readonly contract: string; readonly eventSeq: number }
  | {
      readonly kind: "scenario-started";
      readonly scenario: string;
      readonly firstDay: string;
      readonly eventSeq: number;
    }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly eventSeq: number };
