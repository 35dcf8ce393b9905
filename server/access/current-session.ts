import { headers } from "next/headers";
import { cache } from "react";
import { type SignedIn, sessionOf } from "./session";

/** For pages: who is looking. Asked once per rendering, however many components want to know. */
export const currentSession = cache(async (): Promise<SignedIn | null> => sessionOf({ headers: await headers() }));
