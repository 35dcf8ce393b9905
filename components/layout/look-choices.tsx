"use client";

import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Menu, MenuContent, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator, MenuTrigger } from "../ui/menu";
import { contrasts, directions, shortcuts, themes } from "./look";
import { useLook } from "./look-provider";

/** The menu of theme, contrast, which colour rises and whether keys act, open around its button. */
export default function LookMenuOpen({ trigger }: { trigger: ReactElement }) {
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{trigger}</MenuTrigger>
      <MenuContent align="end">
        <LookChoices />
      </MenuContent>
    </Menu>
  );
}

export function LookChoices() {
  const t = useTranslations("common.look");
  const { look, change } = useLook();
  return (
    <>
      <MenuLabel>{t("theme")}</MenuLabel>
      <Choices
        values={themes}
        chosen={look.theme}
        choose={(theme) => change({ theme })}
        name={(v) => t(`themes.${v}`)}
      />
      <MenuSeparator />
      <MenuLabel>{t("contrast")}</MenuLabel>
      <Choices
        values={contrasts}
        chosen={look.contrast}
        choose={(contrast) => change({ contrast })}
        name={(v) => t(`contrasts.${v}`)}
      />
      <MenuSeparator />
      <MenuLabel>{t("direction")}</MenuLabel>
      <Choices
        values={directions}
        chosen={look.direction}
        choose={(direction) => change({ direction })}
        name={(v) => t(`directions.${v}`)}
      />
      <MenuSeparator />
      <MenuLabel>{t("shortcuts")}</MenuLabel>
      <Choices
        values={shortcuts}
        chosen={look.shortcuts}
        choose={(shortcuts) => change({ shortcuts })}
        name={(v) => t(`shortcutsAre.${v}`)}
      />
    </>
  );
}

interface ChoicesProps<Value extends string> {
  values: readonly Value[];
  chosen: Value;
  choose: (value: Value) => void;
  name: (value: Value) => string;
}

function Choices<Value extends string>({ values, chosen, choose, name }: ChoicesProps<Value>) {
  return (
    <MenuRadioGroup value={chosen} onValueChange={(value) => choose(value as Value)}>
      {values.map((value) => (
        <MenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
          {name(value)}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}
