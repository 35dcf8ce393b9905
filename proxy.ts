import createMiddleware from "next-intl/middleware";
import { routing } from "@/messages/routing";

/** Languages: /zh/… is Chinese, anything else English; a first visit is led to its browser's language. */
export default createMiddleware(routing);

export const config = {
  // Pages only: the API, the stream and files are not to pay for it.
  matcher: ["/((?!api|_next|.*\\..*).*)"],
};
