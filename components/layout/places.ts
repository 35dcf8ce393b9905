/** Where the pages are. The navigation shows these, in this order, and no page that does not exist. */
export const PUBLIC_ROOM = "public";

export const deskPath = (room: string, symbol?: string) => (symbol ? `/r/${room}/${symbol}` : `/r/${room}`);
export const portfolioPath = (room: string) => `/r/${room}/portfolio`;
export const leaderboardPath = (room: string) => `/r/${room}/leaderboard`;
export const surveillancePath = (room: string) => `/r/${room}/surveillance`;
export const alertPath = (room: string, no: number) => `${surveillancePath(room)}?alert=${no}#alert-${no}`;
export const movesPath = (room: string, benchmark: string) => `/r/${room}/moves?benchmark=${benchmark}`;
export const scenarioPath = (id: string) => `/scenarios/${id}`;
export const rulePath = (rule?: string) => (rule ? `/rulebook#rule-${rule.replace(/\./g, "-")}` : "/rulebook");

export const places = [
  { name: "trade", href: deskPath(PUBLIC_ROOM) },
  { name: "prices", href: "/prices" },
  { name: "scenarios", href: "/scenarios" },
  { name: "portfolio", href: portfolioPath(PUBLIC_ROOM) },
  { name: "leaderboard", href: leaderboardPath(PUBLIC_ROOM) },
  { name: "surveillance", href: surveillancePath(PUBLIC_ROOM) },
  { name: "rules", href: rulePath() },
  { name: "api", href: "/api-reference" },
] as const;

type Place = (typeof places)[number]["name"];

/** The pages of what a token costs; the navigation leads to the first, which leads to the others. */
export const pricePages = [
  { name: "explorer", href: "/prices" },
  { name: "benchmarks", href: "/benchmarks" },
  { name: "cost", href: "/cost-model" },
  { name: "bill", href: "/bill" },
] as const;

const roomPages = ["portfolio", "leaderboard", "surveillance"] as const;

/** The desk lives at /r/room and /r/room/SYMBOL; the other pages of a room are named. */
export function placeOf(pathname: string): Place | null {
  const [, first, , third] = pathname.split("/");
  if (first === "r") return roomPages.find((name) => name === third) ?? "trade";
  if (pricePages.some((page) => page.href === `/${first}`)) return "prices";
  return places.find((place) => place.href === `/${first}`)?.name ?? null;
}
