import { useLocale, useTranslations } from "next-intl";
import type { Observation } from "@/tokens/prices/observation";
import { sellerName } from "@/tokens/prices/sellers";
import { fullDate } from "../chart/days";
import { Section } from "../layout/page";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { DataText } from "./data-text";

/** Rows of the feeds that were never prices: kept, flagged, and counted nowhere. */
export function TeachingCases({ cases, openAt }: { cases: readonly Observation[]; openAt: string }) {
  const t = useTranslations("prices.teaching");
  const flags = useTranslations("prices.flags");
  const locale = useLocale();
  return (
    <Section id="never" title={t("title")} aside={t("aside", { count: cases.length })} className="mt-10">
      <p className="max-w-(--measure) text-ink-2">{t("text")}</p>
      <TableScroll label={t("title")} className="mt-2">
        <Table className="[--row:32px]">
          <thead>
            <tr>
              <Th>{t("date")}</Th>
              <Th>{t("seller")}</Th>
              <Th>{t("model")}</Th>
              <Th numeric>{t("price")}</Th>
              <Th className="pl-6">{t("flag")}</Th>
              <Th>{t("why")}</Th>
            </tr>
          </thead>
          <tbody>
            {cases.map(({ id, date, provider, model, prices, flag, note }) => (
              <Tr key={id}>
                <Td>
                  <a href={`${openAt}${id}#source`} className="link" aria-label={`${fullDate(date, locale)}, ${model}`}>
                    {fullDate(date, locale)}
                  </a>
                </Td>
                <Td>{sellerName(provider)}</Td>
                <Td>{model}</Td>
                <Td numeric>
                  {prices.input.text} / {prices.output.text}
                </Td>
                <Td className="pl-6 text-ink-2">{flag && flags(flag)}</Td>
                <Td className="min-w-80 py-1 whitespace-normal text-ink-2">
                  <DataText>{note}</DataText>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Section>
  );
}
