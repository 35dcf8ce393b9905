import { useLocale, useTranslations } from "next-intl";
import type { CauseShare } from "@/wire/cause-views";
import { weekdayAndDay } from "../market/dates";
import { grouped, signed } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { causeName } from "./cause-name";

export interface MoveRow {
  readonly date: string;
  readonly level: string;
  readonly previous: string | null;
  readonly move: string | null;
  readonly causes: readonly CauseShare[] | null;
}

interface MovesTableProps {
  rows: readonly MoveRow[];
  /** Names of shocks by id. */
  shocks: Readonly<Record<string, string>>;
  label: string;
}

/** Days on which a benchmark moved, each with the causes that its move is the sum of. */
export function MovesTable({ rows, shocks, label }: MovesTableProps) {
  const t = useTranslations("moves");
  const causes = useTranslations("causes");
  const locale = useLocale();
  return (
    <TableScroll label={label}>
      <Table aria-label={label}>
        <thead>
          <tr>
            <Th>{t("day")}</Th>
            <Th numeric wide>
              {t("levels")}
            </Th>
            <Th numeric>{t("move")}</Th>
            <Th>{t("causes")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ date, level, previous, move, causes: parts }) => (
            <Tr key={date}>
              <Td className="align-top leading-9">{weekdayAndDay(date, locale)}</Td>
              <Td numeric wide className="align-top leading-9">
                {previous !== null && <span className="text-ink-3">{grouped(previous)} → </span>}
                {grouped(level)}
              </Td>
              <Td numeric className="align-top leading-9">
                {move !== null && <Signed value={move} />}
              </Td>
              <Td className="w-full min-w-40 py-2 whitespace-normal">
                {parts === null ? (
                  <span className="text-ink-3">{t("unexplained")}</span>
                ) : (
                  <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
                    {bySize(parts).map(({ cause, part }) => (
                      <li key={cause}>
                        {causeName(causes, cause, shocks)}{" "}
                        <span className="whitespace-nowrap text-ink-2">{signed(part)}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </Td>
            </Tr>
          ))}
          {rows.length === 0 && <EmptyRow columns={4}>{t("none")}</EmptyRow>}
        </tbody>
      </Table>
    </TableScroll>
  );
}

const bySize = (parts: readonly CauseShare[]): CauseShare[] =>
  parts.toSorted((a, b) => Math.abs(Number(b.part)) - Math.abs(Number(a.part)) || (a.cause < b.cause ? -1 : 1));
