import { results } from "@/content/realism/results";

/** What the page of realism shows, for whoever computes with it. */
export const GET = (): Response => Response.json(results);
