import { useLocale, useTranslations } from "next-intl";
import { MOST_CARRIED_DAYS, MOST_HELD_DAYS } from "@/engine/benchmark/benchmark";
import { FAR } from "@/engine/benchmark/screens";
import { Link } from "@/messages/navigation";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { fullDate } from "../chart/days";
import { Section } from "../layout/page";
import { rulePath } from "../layout/places";

const steps = ["slot", "price", "screen", "mean", "divisor", "gate", "revision"] as const;

/** Rule 3 in plain words, with the engine's own numbers. */
export function BenchmarkMethod() {
  const t = useTranslations("benchmarks.method");
  const locale = useLocale();
  const numbers = { far: FAR, held: MOST_HELD_DAYS, carried: MOST_CARRIED_DAYS, base: fullDate(BASE_DATE, locale) };
  return (
    <Section id="method" title={t("title")} className="mt-10">
      <ol className="max-w-[76ch]">
        {steps.map((step, i) => (
          <li
            key={step}
            className="grid grid-cols-[28px_1fr] border-t border-line py-2 leading-[22px] first:border-t-0"
          >
            <span className="text-ink-3">{i + 1}</span>
            <span>{t(`steps.${step}`, numbers)}</span>
          </li>
        ))}
      </ol>
      <Link href={rulePath("3.1")} className="link mt-1 inline-flex min-h-6 items-center max-sm:min-h-(--ctl)">
        {t("rule")}
      </Link>
    </Section>
  );
}
