import { useLocale, useTranslations } from "next-intl";
import type { PriceParts } from "@/engine/cost/model";
import { cn } from "../ui/cn";
import { MINUS } from "../ui/numerals";
import { Table, Td, Th, Tr } from "../ui/table";
import { estimate, share } from "./numbers";

const parts = ["gpu", "electricity", "idle", "markup"] as const;

/** What the price is made of: each part's bar begins where the one before it ended. The table is the drawing. */
export function Waterfall({ of }: { of: PriceParts }) {
  const t = useTranslations("cost.waterfall");
  const locale = useLocale();
  const cost = of.gpu + of.electricity + of.idle;
  const widest = Math.max(of.price, cost);
  let until = 0;
  const rows = parts.map((part) => {
    const from = until;
    until += of[part];
    return { part, value: of[part], from: Math.min(from, until), to: Math.max(from, until) };
  });
  return (
    <Table aria-label={t("label")} className="[--row:40px]">
      <thead className="sr-only">
        <tr>
          <Th>{t("part")}</Th>
          <Th numeric>{t("price")}</Th>
          <Th numeric>{t("share")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ part, value, from, to }) => (
          <Tr key={part}>
            <Td className="w-[28%] py-1 whitespace-normal text-ink-2 max-sm:w-full">
              {t(part)}
              <span className="mt-1 block sm:hidden" aria-hidden="true">
                <Bar from={from / widest} to={to / widest} below={value < 0} />
              </span>
            </Td>
            <Td className="w-full max-sm:hidden" aria-hidden="true">
              <Bar from={from / widest} to={to / widest} below={value < 0} />
            </Td>
            <Td numeric>{value < 0 ? `${MINUS}${estimate(-value)}` : estimate(value)}</Td>
            <Td numeric className="text-ink-3">
              {share(value / of.price, locale).replace("-", MINUS)}
            </Td>
          </Tr>
        ))}
        <Tr className="border-t-ink font-medium">
          <Td>{t("total")}</Td>
          <Td className="max-sm:hidden" aria-hidden="true">
            <Bar from={0} to={of.price / widest} total />
          </Td>
          <Td numeric>{estimate(of.price)}</Td>
          <Td numeric className="text-ink-3">
            {share(1, locale)}
          </Td>
        </Tr>
      </tbody>
    </Table>
  );
}

/** Estimated, so hollow with a dashed edge; the total is a fact of the model and filled. */
function Bar(props: { from: number; to: number; total?: boolean; below?: boolean }) {
  const { from, to } = props;
  return (
    <span className="relative block h-4">
      <span
        className={cn(
          "absolute inset-y-0 border-ink",
          props.total ? "bg-ink" : "border border-dashed bg-sunken",
          props.below && "bg-transparent",
        )}
        style={{ left: `${from * 100}%`, width: `max(2px, ${(to - from) * 100}%)` }}
      />
    </span>
  );
}
