import { useLocale, useTranslations } from "next-intl";
import type { Bill, BillLine } from "@/tokens/bill/bill";
import { centsText } from "@/tokens/bill/money";
import { dayMonth } from "../market/dates";
import { count, dollars, percent } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** The bill line by line, to the cent; every unit price opens its source or says how it was worked out. */
export function BillTable({ bill, openAt }: { bill: Bill; openAt: string }) {
  const t = useTranslations("bill");
  const locale = useLocale();
  const changed = new Set(bill.lines.map(({ prices }) => prices.from)).size > 1;
  return (
    <TableScroll label={t("table.title")}>
      <Table>
        <thead>
          <tr>
            <Th>{t("table.kind")}</Th>
            {changed && <Th wide>{t("table.days")}</Th>}
            <Th numeric wide>
              {t("table.tokens")}
            </Th>
            <Th numeric wide>
              {t("table.price")}
            </Th>
            <Th wide className="pl-6">
              {t("table.source")}
            </Th>
            <Th numeric>{t("table.amount")}</Th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map((line) => {
            const days = t("from-to", {
              from: dayMonth(line.prices.from, locale),
              to: dayMonth(line.prices.to, locale),
            });
            return (
              <Tr key={`${line.kind} ${line.long} ${line.prices.from}`} className="align-top">
                <Td className="py-2 whitespace-normal">
                  {line.long ? t("kinds.long", { kind: t(`kinds.${line.kind}`) }) : t(`kinds.${line.kind}`)}
                  {/* On a phone the rest of the line stands below its name. */}
                  <div className="text-12 text-ink-2 sm:hidden">
                    {t("table.times", { tokens: count(line.tokens), price: line.price.text })}
                    {changed && ` · ${days}`}
                    <div>
                      <PriceSource line={line} openAt={openAt} />
                    </div>
                  </div>
                </Td>
                {changed && (
                  <Td wide className="py-2">
                    {days}
                  </Td>
                )}
                <Td numeric wide className="py-2">
                  {count(line.tokens)}
                </Td>
                <Td numeric wide className="py-2">
                  {line.price.text}
                </Td>
                <Td wide className="py-2 pl-6 whitespace-normal">
                  <PriceSource line={line} openAt={openAt} />
                </Td>
                <Td numeric className="py-2">
                  {dollars(centsText(line.amount))}
                </Td>
              </Tr>
            );
          })}
          <Tr className="border-t-ink font-semibold">
            <Td>{t("table.total")}</Td>
            <Td wide colSpan={changed ? 4 : 3} />
            <Td numeric>{dollars(centsText(bill.total))}</Td>
          </Tr>
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** A link to the row it is from; derived prices are marked, with how. */
function PriceSource({ line, openAt }: { line: BillLine; openAt: string }) {
  const t = useTranslations("bill.source");
  const locale = useLocale();
  const { observation } = line.prices;
  const { derived } = line.price;
  const { tier } = line;
  return (
    <>
      <a href={`${openAt}${observation.id}#source`} className="link">
        {observation.model}
      </a>{" "}
      <span className="text-ink-3">
        {t(`dates.${observation.dateKind}`, { date: observation.date })}
        {observation.flag && ` · ${t(`flags.${observation.flag}`)}`}
      </span>
      {tier && (
        <span className="block text-ink-2">
          <a href={`${openAt}${tier.id}#source`} className="link">
            {tier.above === null ? t("tier.hour") : t("tier.long", { above: count(tier.above) })}
          </a>
          {" · "}
          {t(`tier.${tier.dateKind}`, { source: tier.sourceText, date: tier.date })}
        </span>
      )}
      {derived && (
        <span className="block text-ink-2">
          {t(`derived.${derived.why}`, {
            share: percent(String(Math.round(derived.share * 100)), locale),
            of: derived.of,
          })}
        </span>
      )}
      {line.remarks.map((remark) => (
        <span key={remark.why} className="block text-ink-2">
          {t(`remarks.${remark.why}`, { from: ("from" in remark && remark.from) || "none" })}
        </span>
      ))}
    </>
  );
}
