import { useTranslations } from "next-intl";
import { levers } from "@/engine/cost/model";
import { leverRanges } from "@/tokens/cost-model/ranges";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { bound } from "./numbers";
import { SourceLinks } from "./source-links";

/** Each lever: what it means, its unit, what it may be and usually is, and who says so. */
export function LeverTable() {
  const t = useTranslations("cost");
  return (
    <TableScroll label={t("table.title")}>
      <Table className="min-w-[760px]">
        <thead>
          <tr>
            <Th>{t("table.lever")}</Th>
            <Th>{t("table.meaning")}</Th>
            <Th>{t("table.unit")}</Th>
            <Th numeric>{t("table.range")}</Th>
            <Th numeric>{t("table.usual")}</Th>
            <Th>{t("table.source")}</Th>
          </tr>
        </thead>
        <tbody>
          {levers.map((lever) => {
            const { unit, least, most, usual, sources } = leverRanges[lever];
            return (
              <Tr key={lever} className="align-top">
                <Td className="py-2 font-medium">{t(`levers.${lever}.name`)}</Td>
                <Td className="min-w-60 py-2 whitespace-normal text-ink-2">{t(`levers.${lever}.meaning`)}</Td>
                <Td className="py-2">{t(`units.${unit}`)}</Td>
                <Td numeric className="py-2">
                  {t("from-to", { from: bound(least), to: bound(most) })}
                </Td>
                <Td numeric className="py-2">
                  {t("from-to", { from: bound(usual[0]), to: bound(usual[1]) })}
                </Td>
                <Td className="py-2 whitespace-normal">
                  <SourceLinks tags={sources} />
                </Td>
              </Tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
