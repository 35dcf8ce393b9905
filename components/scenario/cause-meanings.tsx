import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/messages/navigation";
import { Section } from "../layout/page";
import { rulePath } from "../layout/places";

const meant = [
  "gpu-hour",
  "power",
  "throughput",
  "utilisation",
  "scarcity",
  "markup",
  "own-decision",
  "follows-leader",
  "promotion",
  "scheduled-step",
  "peak-hours",
  "feed-error",
  "panel",
  "shock",
] as const;

/** Every cause a move can have, in a sentence. */
export function CauseMeanings() {
  const t = useTranslations("cause-meanings");
  const names = useTranslations("causes");
  const to = (href: string) => (chunks: ReactNode) => (
    <Link href={href} className="link">
      {chunks}
    </Link>
  );
  return (
    <Section id="causes" title={t("title")} className="mt-10 scroll-mt-4">
      <p className="max-w-[76ch] text-ink-2">{t.rich("lede", { cost: to("/cost-model") })}</p>
      <dl className="mt-2 grid gap-x-12 lg:grid-cols-2">
        {meant.map((cause) => (
          <div key={cause} className="grid gap-x-4 border-t border-line py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <dt className="font-medium">{cause === "shock" ? t("shockName") : names(cause)}</dt>
            <dd className="text-ink-2">{t(`of.${cause}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-ink-2">{t.rich("more", { realism: to("/realism"), rule: to(rulePath("3.1")) })}</p>
    </Section>
  );
}
