import { useLocale, useTranslations } from "next-intl";
import type { StandingRow } from "@/wire/views";
import { count, dollars, percent } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { EmptyRow, Table, Td, Th, Tr } from "../ui/table";

interface StandingsProps {
  rows: readonly StandingRow[];
  /** Beside a portfolio: rank, name and return alone. */
  brief?: boolean;
}

/** Marked wealth against what was put in. One's own row is always there; guests have no rank (rule 8.4). */
export function Standings({ rows, brief }: StandingsProps) {
  const t = useTranslations("leaderboard");
  const locale = useLocale();
  return (
    <Table className="[--row:28px] max-sm:[--row:36px]">
      <thead>
        <tr>
          <Th className="w-8">{t("rank")}</Th>
          <Th>{t("name")}</Th>
          {!brief && (
            <Th numeric wide>
              {t("wealth")}
            </Th>
          )}
          <Th numeric end={brief} className="max-[400px]:pr-0">
            {t("return")}
          </Th>
          <Th numeric wide={brief} end className="max-[400px]:hidden">
            {t("drawdown")}
          </Th>
          <Th numeric wide>
            {t("trades")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && <EmptyRow columns={6}>{t("none")}</EmptyRow>}
        {rows.map((row) => (
          <Tr key={row.nickname} selected={row.you} className={row.you ? "font-semibold" : undefined}>
            <Td className="text-ink-3">{row.rank ?? ""}</Td>
            <Td className="max-w-48 truncate max-sm:max-w-40">
              {row.you ? t("you", { nickname: row.nickname }) : row.nickname}
              {row.guest && <span className="text-12 font-normal text-ink-3 max-sm:block sm:ml-2">{t("guest")}</span>}
            </Td>
            {!brief && (
              <Td numeric wide>
                {dollars(row.wealth)}
              </Td>
            )}
            <Td numeric end={brief} className="max-[400px]:pr-0">
              <Signed value={row.returnPercent} as="percent" />
            </Td>
            <Td numeric wide={brief} end className="max-[400px]:hidden">
              {percent(row.drawdownPercent, locale)}
            </Td>
            <Td numeric wide>
              {count(row.trades)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
