import { useTranslations } from "next-intl";
import { signed } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { EmptyRow, Table, Td, Th, Tr } from "../ui/table";
import type { Attribution } from "./attribution";

/** Where it came from: parts that sum to the total, to the cent. */
export function Sources({ attribution }: { attribution: Attribution }) {
  const t = useTranslations("portfolio.sources");
  const { rows, other, sum } = attribution;
  return (
    <Table className="[--row:28px] max-sm:[--row:36px]">
      <thead>
        <tr>
          <Th>{t("benchmark")}</Th>
          <Th numeric>{t("price")}</Th>
          <Th numeric>{t("fees")}</Th>
          <Th numeric>{t("total")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && <EmptyRow columns={4}>{t("none")}</EmptyRow>}
        {rows.map((row) => (
          <Tr key={row.benchmark}>
            <Td>{row.benchmark}</Td>
            <Td numeric>{signed(row.price)}</Td>
            <Td numeric>{signed(row.fees)}</Td>
            <Td numeric>
              <Signed value={row.total} />
            </Td>
          </Tr>
        ))}
        {other !== null && (
          <Tr>
            <Td>{t("other")}</Td>
            <Td />
            <Td />
            <Td numeric>
              <Signed value={other} />
            </Td>
          </Tr>
        )}
      </tbody>
      {rows.length > 0 && (
        <tfoot>
          <tr className="border-t border-line-strong">
            <Td className="font-semibold">{t("total")}</Td>
            <Td numeric>{signed(sum.price)}</Td>
            <Td numeric>{signed(sum.fees)}</Td>
            <Td numeric className="font-semibold">
              <Signed value={sum.total} />
            </Td>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}
