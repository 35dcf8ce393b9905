import { z } from "zod";
import { named } from "./primitives";

/** Where the price data is from: shown with its licence wherever its figures are. */
export const PriceSource = named(
  "PriceSource",
  z.object({
    tag: z.string(),
    name: z.string(),
    covers: z.string(),
    address: z.string().nullable(),
    licence: z.string(),
  }),
);

/** What there is, under which version. */
export const PriceIndex = named(
  "PriceIndex",
  z.object({
    version: z.string().meta({ description: "Hash of the data: in an address it names exactly these figures" }),
    versions: z.array(z.string()).meta({ description: "Every version that was published: none is ever taken away" }),
    files: z.array(z.string()).meta({ description: "Each at /prices/{version}/{file}" }),
    sources: z.array(PriceSource),
  }),
);
