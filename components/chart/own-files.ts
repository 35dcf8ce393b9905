import { dataAddress } from "./addresses";
import { chartCsv, chartJson, type DataOrigin } from "./chart-data";
import type { AnyView } from "./view";

/** Files of a chart that is nobody else's business: the figures on the page, in the links themselves. */
export const ownFiles = (view: AnyView, origin: DataOrigin): { csv: string; json: string } => ({
  csv: dataAddress("text/csv", chartCsv(view, origin)),
  json: dataAddress("application/json", chartJson(view, origin)),
});
