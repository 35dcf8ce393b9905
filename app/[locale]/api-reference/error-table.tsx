import { useTranslations } from "next-intl";
import { rulePath } from "@/components/layout/places";
import { Table, TableScroll, Td, Th, Tr } from "@/components/ui/table";
import { Link } from "@/messages/navigation";
import { errorCodes, ruleOf, statusOf } from "@/wire/errors";
import { useDocumentText } from "./texts";

/** The published table: code, status, rule, meaning. */
export function ErrorTable() {
  const t = useTranslations("api");
  const text = useDocumentText();
  return (
    <TableScroll label={t("codes")}>
      <Table className="text-13">
        <thead>
          <tr>
            <Th>{t("code")}</Th>
            <Th numeric>{t("status")}</Th>
            <Th>{t("rule")}</Th>
            <Th>{t("meaning")}</Th>
          </tr>
        </thead>
        <tbody>
          {errorCodes.map((code) => {
            const rule = ruleOf(code);
            return (
              <Tr key={code} id={`error-${code}`} className="scroll-mt-4 target:bg-accent-soft">
                <Td className="font-mono text-12">{code}</Td>
                <Td numeric>{statusOf(code)}</Td>
                <Td>
                  {rule && (
                    <Link className="link" href={rulePath(rule)}>
                      {rule}
                    </Link>
                  )}
                </Td>
                <Td className="min-w-56 whitespace-normal text-ink-2">{text("errors", code)}</Td>
              </Tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
