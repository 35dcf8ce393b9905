import { useLocale, useTranslations } from "next-intl";
import { costPerMtok, powerShare, pricePerMtok } from "@/engine/cost/model";
import { Link } from "@/messages/navigation";
import { costCases } from "@/tokens/cost-model/cases";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { estimate, leverValue, share } from "./numbers";
import { SourceLinks } from "./source-links";

/** The worked cases beside each other; each opens with its levers. */
export function CaseTable() {
  const t = useTranslations("cost");
  const locale = useLocale();
  return (
    <TableScroll label={t("casesTitle")}>
      <Table className="min-w-[860px]">
        <thead>
          <tr>
            <Th>{t("caseTable.case")}</Th>
            <Th numeric>{t("caseTable.gpuHour")}</Th>
            <Th numeric>{t("caseTable.throughput")}</Th>
            <Th numeric>{t("caseTable.cost")}</Th>
            <Th numeric>{t("caseTable.markup")}</Th>
            <Th numeric>{t("caseTable.price")}</Th>
            <Th numeric>{t("caseTable.power")}</Th>
            <Th>{t("caseTable.kind")}</Th>
            <Th>{t("table.source")}</Th>
          </tr>
        </thead>
        <tbody>
          {costCases.map(({ id, parameters, kind, sources }) => (
            <Tr key={id} className="align-top">
              <Td className="py-2 whitespace-normal">
                <Link href={`/cost-model?case=${id}`} className="link">
                  {t(`cases.${id}.name`)}
                </Link>
              </Td>
              <Td numeric className="py-2">
                {leverValue("gpuHour", parameters.gpuHour, locale)}
              </Td>
              <Td numeric className="py-2">
                {leverValue("throughput", parameters.throughput * parameters.utilisation, locale)}
              </Td>
              <Td numeric className="py-2">
                {estimate(costPerMtok(parameters))}
              </Td>
              <Td numeric className="py-2">
                {leverValue("markup", parameters.markup, locale)}
              </Td>
              <Td numeric className="py-2 font-medium">
                {estimate(pricePerMtok(parameters))}
              </Td>
              <Td numeric className="py-2">
                {share(powerShare(parameters), locale)}
              </Td>
              <Td className="py-2">{t(`kind.${kind}`)}</Td>
              <Td className="py-2 whitespace-normal">
                <SourceLinks tags={sources} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
