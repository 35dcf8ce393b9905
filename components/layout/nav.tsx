"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link, usePathname } from "@/messages/navigation";
import { cn } from "../ui/cn";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "../ui/menu";
import { dollars } from "../ui/numerals";
import { LookChoices } from "./look-menu";
import { placeOf, places } from "./places";
import type { Viewer } from "./viewer";

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
            "leading-(--bar) whitespace-nowrap text-ink-2 hover:text-ink",
            here === name && "text-ink shadow-[inset_0_-2px_var(--ink)]",
          )}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}

/** Everything of the header that does not fit a phone. */
export function PhoneMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("common");
  const pathname = usePathname();
  const here = placeOf(pathname);
  const other = useLocale() === "zh" ? "en" : "zh";
  return (
    <Menu>
      <MenuTrigger
        aria-label={t("nav.menu")}
        className="-mr-2.5 grid size-11 place-items-center rounded-ctl text-ink-2 md:hidden"
      >
        <MenuIcon size={20} strokeWidth={1.5} aria-hidden />
      </MenuTrigger>
      <MenuContent align="end">
        {places.map(({ name, href }) => (
          <MenuItem key={name} asChild>
            <Link href={href} aria-current={here === name ? "page" : undefined} className="aria-[current]:font-medium">
              {t(`nav.${name}`)}
            </Link>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem asChild>
          {viewer ? (
            <Link href="/account">
              {viewer.nickname}
              {viewer.equity !== null && <span className="ml-auto text-ink-2">{dollars(viewer.equity)}</span>}
            </Link>
          ) : (
            <Link href="/sign-in">{t("signIn")}</Link>
          )}
        </MenuItem>
        <MenuSeparator />
        <MenuItem asChild>
          <Link href={pathname} locale={other} lang={other === "zh" ? "zh-CN" : "en"}>
            {t("language.other")}
          </Link>
        </MenuItem>
        <MenuSeparator />
        <LookChoices />
      </MenuContent>
    </Menu>
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
      className={cn("text-ink-2 hover:text-ink", className)}
    >
      {t("other")}
    </Link>
  );
}
