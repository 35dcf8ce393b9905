"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { type Place, type Places, placesAt, type Served } from "./places";

const Server = createContext<Served | null>(null);

/** Charts that the browser draws anew as the market or a lever moves have addresses like those the server draws. */
export const ServedFrom = ({ served, children }: { served: Served; children: ReactNode }) => (
  <Server value={served}>{children}</Server>
);

export function useServed(): Served {
  const served = use(Server);
  if (!served) throw new Error("a chart with addresses needs ServedFrom above it");
  return served;
}

export const usePlaces = (place: Place): Places => placesAt(useServed(), useLocale(), place);
