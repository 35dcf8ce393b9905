"use client";

import { Contrast } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { LazyMenu } from "./lazy-menu";

const load = () => import("./look-choices");
const LookMenuOpen = lazy(load);

/** Theme, contrast, which colour rises, and whether keys act. */
export function LookMenu() {
  const t = useTranslations("common.look");
  return (
    <LazyMenu
      label={t("title")}
      icon={<Contrast size={16} strokeWidth={1.5} aria-hidden />}
      className="grid size-8 place-items-center rounded-ctl text-ink-2 hover:bg-sunken hover:text-ink"
      fetch={load}
    >
      {(trigger) => <LookMenuOpen trigger={trigger} />}
    </LazyMenu>
  );
}
