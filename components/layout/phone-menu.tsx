"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Link, usePathname } from "@/messages/navigation";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "../ui/menu";
import { dollars } from "../ui/numerals";
import { LookChoices } from "./look-choices";
import { placeOf, places } from "./places";
import type { Viewer } from "./viewer";

/** The places, oneself, the language and the looks: what of the header does not fit a phone, open around its button. */
export default function PhoneMenuOpen({ viewer, trigger }: { viewer: Viewer; trigger: ReactElement }) {
  const t = useTranslations("common");
  const pathname = usePathname();
  const here = placeOf(pathname);
  const other = useLocale() === "zh" ? "en" : "zh";
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{trigger}</MenuTrigger>
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
