import type { Query } from "@/components/chart/addresses";
import type { AnyView } from "@/components/chart/view";

/** A chart with the words around it: what a page shows, an embedded page repeats and a file carries. */
export interface Chart<View extends AnyView = AnyView> {
  readonly view: View;
  readonly summary: string;
  readonly source: string;
  /** The page it is part of, and what of its address makes this view. */
  readonly page: string;
  readonly query: Query;
  /** Where it is told how the figures were made: an anchor of that page, or an address. */
  readonly method: string;
}
