import { useTranslations } from "next-intl";
import { grouped, signed } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { causeName } from "./cause-name";
import { partText, type Why } from "./why";

/** The move of a benchmark as the sum of its causes, with and without the scenario, and what the scenario made of it. */
export function WhyTable({ of, shocks }: { of: Why; shocks: Readonly<Record<string, string>> }) {
  const t = useTranslations("scenario-run.why");
  const causes = useTranslations("causes");
  const { benchmark, rows } = of;
  const text = (part: number) => partText(part, benchmark);
  const moved = { with: of.with.to - of.with.from, without: of.without.to - of.without.from };
  const levels = ({ from, to }: Why["with"]) => t("levels", { from: grouped(text(from)), to: grouped(text(to)) });
  return (
    <TableScroll label={t("title")}>
      <Table aria-label={t("title")}>
        <thead>
          <tr>
            <Th>{t("cause")}</Th>
            <Th numeric>{t("with")}</Th>
            <Th numeric>{t("without")}</Th>
            <Th numeric wide>
              {t("difference")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cause, with: a, without: b }) => (
            <Tr key={cause}>
              <Td className="w-full py-1.5 whitespace-normal">{causeName(causes, cause, shocks)}</Td>
              <Td numeric>{a !== 0 && signed(text(a))}</Td>
              <Td numeric className="text-ink-2">
                {b !== 0 && signed(text(b))}
              </Td>
              <Td numeric wide>
                {signed(text(a - b))}
              </Td>
            </Tr>
          ))}
          {rows.length === 0 && <EmptyRow columns={4}>{t("still")}</EmptyRow>}
        </tbody>
        {rows.length > 0 && (
          <tfoot className="font-medium">
            <Tr className="border-t-ink">
              <Td className="py-1.5 whitespace-normal">{t("total", { benchmark })}</Td>
              <Td numeric>
                <Signed value={text(moved.with)} />
              </Td>
              <Td numeric>
                <Signed value={text(moved.without)} />
              </Td>
              <Td numeric wide>
                <Signed value={text(moved.with - moved.without)} />
              </Td>
            </Tr>
            <tr className="text-12 text-ink-3">
              <td />
              <Td numeric className="h-auto pb-2 max-sm:whitespace-normal">
                {levels(of.with)}
              </Td>
              <Td numeric className="h-auto pb-2 max-sm:whitespace-normal">
                {levels(of.without)}
              </Td>
              <Td wide />
            </tr>
          </tfoot>
        )}
      </Table>
    </TableScroll>
  );
}
