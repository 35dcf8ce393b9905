import { useTranslations } from "next-intl";
import type { ReadFile, RowCode, RowRefusal } from "@/tokens/bill/import/reading";
import { Button } from "../../ui/button";
import { count } from "../../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../../ui/table";
import type { Look } from "./read-file";

interface ReadReportProps {
  look: Look;
  file: ReadFile;
  onRemap: () => void;
}

/** What of a file was read and what was not: every row is in one of the numbers. */
export function ReadReport({ look, file, onRemap }: ReadReportProps) {
  const t = useTranslations("bill.import");
  const { rows, tokens } = file;
  const leftOut = look.headings.filter((name) => !file.columns.includes(name));
  const codes = Object.entries(file.refusedByCode) as [RowCode, number][];
  return (
    <>
      <p>
        {t("found", { shape: file.shape, rows: rows.read, lines: modelsAndMonths(file), tokens: count(tokens.read) })}{" "}
        {rows.blank > 0 && t("blank", { count: rows.blank })}{" "}
        <Button variant="ghost" onClick={onRemap} className="px-0 underline">
          {t("remap")}
        </Button>
      </p>
      <p className="text-ink-2">
        {leftOut.length > 0 ? t("dropped", { columns: leftOut.join(", ") }) : t("droppedNone")}
      </p>
      {rows.refused > 0 && (
        <details className="mt-2 border-l-2 border-warn text-12" open={rows.refused <= 10}>
          <summary className="cursor-pointer bg-warn-soft px-2.5 py-1.5 font-medium max-sm:py-2.5">
            {t("refused", { count: rows.refused, tokens: count(tokens.refused) })}
          </summary>
          <ul className="mt-1.5 grid gap-0.5 pl-2.5">
            {codes.map(([code, times]) => (
              <li key={code}>
                {t(`rowCodes.${code}`, { count: times })} <span className="text-ink-2">{t(`ways.${code}`)}</span>
              </li>
            ))}
          </ul>
          <TableScroll label={t("refusedRows")} loose className="mt-2 ml-2.5 max-h-72 overflow-y-auto">
            <Table>
              <thead>
                <tr>
                  <Th numeric>{t("row")}</Th>
                  <Th className="pl-4">{t("why")}</Th>
                  <Th>{t("code")}</Th>
                </tr>
              </thead>
              <tbody>
                {file.refused.map(({ row, refusal }) => (
                  <Tr key={row}>
                    <Td numeric>{count(row)}</Td>
                    <Td className="pl-4 whitespace-normal">
                      <RowReason refusal={refusal} />
                    </Td>
                    <Td>
                      <code>{refusal.code}</code>
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
          {rows.refused > file.refused.length && (
            <p className="mt-1 pl-2.5">{t("more", { count: rows.refused - file.refused.length })}</p>
          )}
        </details>
      )}
    </>
  );
}

const modelsAndMonths = ({ lines }: ReadFile): number =>
  new Set(lines.map(({ from, model }) => `${from.slice(0, 7)} ${model}`)).size;

function RowReason({ refusal }: { refusal: RowRefusal }) {
  const t = useTranslations("bill.import.rows");
  const words = Object.fromEntries(
    Object.entries(refusal).map(([name, value]) => [name, typeof value === "number" ? count(value) : value]),
  );
  return t(refusal.code, words);
}
