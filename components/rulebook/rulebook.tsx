import { useLocale, useTranslations } from "next-intl";
import type { RoomConfig } from "@/engine/config";
import { PageTitle, Section } from "../layout/page";
import { Note } from "../ui/note";
import { workedExamples } from "./examples";
import { ProductTable } from "./product-table";
import { anchorOf, messageKey, sections } from "./rules";
import { type RoomFacts, rulebookTerms, type Terms } from "./terms";

/** The rules of a room, each number read from its settings. */
export function Rulebook({ config, facts }: { config: RoomConfig; facts: RoomFacts }) {
  const t = useTranslations("rulebook");
  const terms = rulebookTerms(config, facts, useLocale());
  const examples = workedExamples(config);
  return (
    <div className="lg:grid lg:grid-cols-[200px_minmax(0,1fr)] lg:gap-16">
      <nav aria-label={t("contents")} className="max-lg:hidden">
        <ol className="sticky top-6 grid gap-1 pt-1.5">
          {sections.map(({ no }) => (
            <li key={no}>
              <a href={`#section-${no}`} className="flex gap-2 text-ink-2 hover:text-ink">
                <span className="w-4 text-ink-3">{no}</span>
                {t(`sections.${no}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="min-w-0">
        <PageTitle>{t("title")}</PageTitle>
        <p className="mt-3 max-w-(--measure) text-15 text-ink-2">{t("lede")}</p>
        <p className="mt-2 max-w-(--measure) text-ink-3">{t("missing")}</p>
        {sections.map(({ no, rules }) => (
          <Section key={no} id={`section-${no}`} title={`${no} ${t(`sections.${no}`)}`} className="mt-8 scroll-mt-4">
            {rules.map((rule) => (
              <Rule key={rule} rule={rule} terms={terms} example={examples[messageKey(rule)]} />
            ))}
            {no === "2" && <ProductTable benchmarks={config.benchmarks} />}
          </Section>
        ))}
      </div>
    </div>
  );
}

function Rule({ rule, terms, example }: { rule: string; terms: Terms; example: Terms | undefined }) {
  const t = useTranslations("rulebook");
  const key = messageKey(rule);
  return (
    <section
      id={anchorOf(rule)}
      aria-label={t("rule", { number: rule })}
      className="grid scroll-mt-4 gap-x-4 border-t border-line py-3 first-of-type:border-t-0 target:bg-accent-soft sm:grid-cols-[48px_minmax(0,38rem)] xl:grid-cols-[48px_minmax(0,38rem)_minmax(0,1fr)]"
    >
      <a
        href={`#${anchorOf(rule)}`}
        aria-label={t("linkTo", { number: rule })}
        className="text-15 leading-7 font-medium text-ink-3 hover:text-accent"
      >
        {rule}
      </a>
      <p className="text-15 sm:text-17">
        {t.rich(`rules.${key}`, {
          ...terms,
          code: (chunks) => <code className="font-mono text-12 break-all">{chunks}</code>,
        })}
      </p>
      {example && (
        <Note
          className="max-xl:mt-2 sm:max-xl:col-start-2 xl:w-[268px] xl:self-start xl:justify-self-end"
          title={t("example")}
        >
          {t(`examples.${key}`, example)}
        </Note>
      )}
    </section>
  );
}
