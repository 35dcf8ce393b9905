import { openApiDocument } from "@/server/api/openapi";
import { operations } from "@/server/api/operations";
import { json } from "@/server/api/respond";

/** The same for everybody until the next version of the app. */
export const dynamic = "force-static";

export const GET = (): Response => json(openApiDocument(operations), 200, { "access-control-allow-origin": "*" });
