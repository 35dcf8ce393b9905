import { useTranslations } from "next-intl";
import { encodings, languageCounts, timesEnglish } from "@/tokens/tokeniser/languages";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** The same sentence in several languages: what a token is depends on who counts. */
export function LanguageTable() {
  const t = useTranslations("bill.languages");
  return (
    <TableScroll label={t("title")}>
      <Table className="max-w-[640px]">
        <thead>
          <tr>
            <Th>{t("language")}</Th>
            <Th numeric>{t("characters")}</Th>
            {encodings.map((encoding) => (
              <Th key={encoding} numeric>
                {t(encoding)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {languageCounts.map((one) => (
            <Tr key={one.language}>
              <Td>{t(`names.${one.language}`)}</Td>
              <Td numeric>{one.characters}</Td>
              {encodings.map((encoding) => (
                <Td key={encoding} numeric>
                  {one.tokens[encoding]} <span className="text-ink-3">×{timesEnglish(one, encoding).toFixed(1)}</span>
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
