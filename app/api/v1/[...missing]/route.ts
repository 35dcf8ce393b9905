import { notFound, preflight } from "@/server/api/mount";

/** What is not documented is not here, and says so in JSON. */
export const GET = notFound;
export const POST = notFound;
export const PUT = notFound;
export const PATCH = notFound;
export const DELETE = notFound;
export const OPTIONS = preflight;
