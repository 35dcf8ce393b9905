import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Link, redirect and router that keep the language of the page they are on. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
