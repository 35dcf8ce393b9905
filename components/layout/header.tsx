import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { buttonClass } from "../ui/button";
import { LiveEquity } from "./live-equity";
import { LookMenu } from "./look-menu";
import { LanguageLink, Nav, PhoneMenu } from "./nav";
import { SimulatedBadge } from "./simulated-badge";
import type { Viewer } from "./viewer";

export function Header({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("common");
  return (
    <header className="border-b border-line bg-surface">
      <a href="#content" className="link absolute -top-20 left-2 z-50 bg-surface px-3 py-2 focus:top-1">
        {t("skip")}
      </a>
      <div className="mx-auto flex h-(--bar) max-w-(--page) items-center gap-5 px-(--bar-pad) max-sm:gap-2.5">
        <Link href="/" className="flex items-center gap-2 text-15 font-semibold tracking-[-.01em] text-ink">
          <Mark />
          <span className="max-[359px]:sr-only">Tokenpit</span>
        </Link>
        <Nav />
        {/* The desk puts the room's clock here. */}
        <div id="header-room" className="min-w-0 flex-1 truncate text-center text-ink-2" />
        <SimulatedBadge />
        <div className="flex items-center gap-4 max-md:hidden">
          {viewer ? (
            <Link href="/account" className="flex items-baseline gap-4 text-ink-2 hover:text-ink">
              <span className="max-w-40 truncate">{viewer.nickname}</span>
              {viewer.equity !== null && (
                <span>
                  {t("equity")} <LiveEquity initial={viewer.equity} />
                </span>
              )}
            </Link>
          ) : null}
          <LanguageLink />
          <LookMenu />
          {!viewer && (
            <Link href="/sign-in" className={buttonClass("secondary")}>
              {t("signIn")}
            </Link>
          )}
        </div>
        <PhoneMenu viewer={viewer} />
      </div>
    </header>
  );
}

/** A step that falls into a pit and climbs out half-way. */
function Mark() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d="M1 5H6V15H13V9H19" />
    </svg>
  );
}
