import { useLocale, useTranslations } from "next-intl";
import type { GpuHourMonth } from "@/tokens/benchmark/gpu-hour";
import { longMonthName } from "../market/dates";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** The GPU-hour month by month, with what its source computed of a month that is withheld. */
export function HourTable({ months }: { months: readonly GpuHourMonth[] }) {
  const t = useTranslations("benchmarks.hour");
  const withheld = useTranslations("benchmarks.withheld");
  const locale = useLocale();
  const named = (month: string) =>
    locale === "zh"
      ? `${month.slice(0, 4)}年${longMonthName(month, locale)}`
      : `${longMonthName(month, locale)} ${month.slice(0, 4)}`;
  return (
    <TableScroll label={t("table")} className="max-w-[760px]">
      <Table className="[--row:28px] max-sm:[--row:36px]">
        <thead>
          <tr>
            <Th>{t("month")}</Th>
            <Th numeric>{t("price")}</Th>
            <Th numeric>{t("providers")}</Th>
            <Th className="pl-6">{t("state")}</Th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, text, computed, providers, state }) => (
            <Tr key={month}>
              <Td>{named(month)}</Td>
              <Td numeric>{text ?? ""}</Td>
              <Td numeric>{providers}</Td>
              <Td className="pl-6 whitespace-normal text-ink-2">
                {state === "published"
                  ? t("states.published")
                  : withheld("month", { month: t(`states.${state}`), providers, computed: computed ?? "none" })}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
