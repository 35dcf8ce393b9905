import type { MetadataRoute } from "next";
import { leaderboardPath, PUBLIC_ROOM, pricePages, scenarioPath, surveillancePath } from "@/components/layout/places";
import { getPathname } from "@/messages/navigation";
import { routing } from "@/messages/routing";
import { presets } from "@/server/scenarios/presets";
import { slotBenchmarks } from "@/tokens/benchmark/definitions";
import { webLanguages } from "./[locale]/page-metadata";
import { ownOrigin } from "./own-origin";

/** Every page that is the same for everybody, in each language. Contracts come and go: the landing page leads to them. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await ownOrigin();
  const paths = [
    "/",
    ...pricePages.map(({ href }) => href),
    ...[...slotBenchmarks.map(({ id }) => id), "GPUH"].map((id) => `/benchmarks/${id.toLowerCase()}`),
    "/scenarios",
    ...[...presets().keys()].map(scenarioPath),
    "/rulebook",
    "/realism",
    "/api-reference",
    leaderboardPath(PUBLIC_ROOM),
    surveillancePath(PUBLIC_ROOM),
    `/r/${PUBLIC_ROOM}/moves`,
  ];
  return paths.flatMap((path) => {
    const at = (locale: string) => `${origin}${getPathname({ href: path, locale })}`;
    const languages = Object.fromEntries(routing.locales.map((locale) => [webLanguages[locale], at(locale)]));
    return routing.locales.map((locale) => ({ url: at(locale), alternates: { languages } }));
  });
}
