"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePathname, useRouter } from "@/messages/navigation";
import { routing } from "@/messages/routing";
import { directions, shortcuts } from "../layout/look";
import { useLook } from "../layout/look-provider";
import { Segmented } from "../ui/segmented";
import { send } from "./send";

/** Language, which colour rises, whether keys act. The first is kept with the account, the others in this browser. */
export function Settings() {
  const t = useTranslations("account.settings");
  const { look, change } = useLook();
  const locale = useLocale();
  const router = useRouter();
  const pathname = usePathname();

  function speak(language: string) {
    void send("PATCH", "", { locale: language });
    router.replace(pathname, { locale: language, scroll: false });
  }

  return (
    <div className="grid max-w-[38rem] gap-3">
      <Choice
        label={t("language")}
        value={locale}
        choose={speak}
        options={routing.locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <Choice
        label={t("direction")}
        note={t("directionNote")}
        value={look.direction}
        choose={(direction) => change({ direction })}
        options={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
      />
      <Choice
        label={t("shortcuts")}
        note={t("shortcutsNote")}
        value={look.shortcuts}
        choose={(shortcuts) => change({ shortcuts })}
        options={shortcuts.map((value) => ({ value, label: t(`shortcutsAre.${value}`) }))}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  note?: string;
  value: Value;
  choose: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}

function Choice<Value extends string>({ label, note, value, choose, options }: ChoiceProps<Value>) {
  return (
    <div className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[8rem_auto_1fr]">
      <span className="text-ink-2">{label}</span>
      <Segmented label={label} value={value} onValueChange={choose} options={options} />
      {note && <span className="text-12 text-ink-3">{note}</span>}
    </div>
  );
}
