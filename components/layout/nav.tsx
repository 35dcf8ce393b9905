"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { lazy } from "react";
import { Link, usePathname } from "@/messages/navigation";
import { cn } from "../ui/cn";
import { LazyMenu } from "./lazy-menu";
import { placeOf, places } from "./places";
import type { Viewer } from "./viewer";

/** A window of usual width needs the room for the clock of the market; they are in the footer, too. */
const onlyWhereWide: readonly string[] = ["surveillance", "api"];

export function Nav() {
  const t = useTranslations("common.nav");
  const here = placeOf(usePathname());
  return (
    <nav aria-label={t("label")} className="flex gap-[18px] max-md:hidden">
      {places.map(({ name, href }) => (
        <Link
          key={name}
          href={href}
          aria-current={here === name ? "page" : undefined}
          className={cn(
            "leading-(--bar) whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_var(--ink)]",
            onlyWhereWide.includes(name) && here !== name && "max-[1439px]:hidden",
          )}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}

const loadMenu = () => import("./phone-menu");
const PhoneMenuOpen = lazy(loadMenu);

/** Everything of the header that does not fit a phone. */
export function PhoneMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("common.nav");
  return (
    <LazyMenu
      label={t("menu")}
      icon={<MenuIcon size={20} strokeWidth={1.5} aria-hidden />}
      className="-mr-2.5 grid size-11 place-items-center rounded-ctl text-ink-2 md:hidden"
      fetch={loadMenu}
    >
      {(trigger) => <PhoneMenuOpen trigger={trigger} viewer={viewer} />}
    </LazyMenu>
  );
}

/** The same page in the other language. */
export function LanguageLink({ className }: { className?: string }) {
  const t = useTranslations("common.language");
  const pathname = usePathname();
  const other = useLocale() === "zh" ? "en" : "zh";
  return (
    <Link
      href={pathname}
      locale={other}
      lang={other === "zh" ? "zh-CN" : "en"}
      hrefLang={other}
      className={`text-ink-2 hover:text-ink ${className ?? ""}`}
    >
      {t("other")}
    </Link>
  );
}
