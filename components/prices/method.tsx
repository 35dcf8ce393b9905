import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import type { Source } from "@/tokens/prices/observation";
import { Section } from "../layout/page";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { DataText } from "./data-text";

/** How the figures were made, and whose they are. */
export function Method({ sources }: { sources: readonly Source[] }) {
  const t = useTranslations("prices.method");
  return (
    <Section id="method" title={t("title")} className="mt-10">
      <p className="max-w-[72ch] leading-[22px] text-ink-2">{t("text")}</p>
      <p className="mt-2 flex flex-wrap gap-x-5">
        <Link href="/benchmarks" className="link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)">
          {t("benchmarks")}
        </Link>
        <a href="/api/v1/prices" className="link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)">
          {t("data", { link: "/api/v1/prices" })}
        </a>
      </p>
      <h3 className="mt-5 font-semibold">{t("sources")}</h3>
      <TableScroll label={t("sources")} loose>
        <Table className="[--row:32px]">
          <thead>
            <tr>
              <Th>{t("source")}</Th>
              <Th>{t("covers")}</Th>
              <Th>{t("licence")}</Th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ tag, name, covers, address, licence }) => (
              <Tr key={tag}>
                <Td className="min-w-64 py-1 whitespace-normal">
                  {address ? (
                    <a href={address} rel="noreferrer" className="link">
                      <DataText>{name}</DataText>
                    </a>
                  ) : (
                    <DataText>{name}</DataText>
                  )}
                </Td>
                <Td className="min-w-52 py-1 whitespace-normal text-ink-2">
                  <DataText>{covers}</DataText>
                </Td>
                <Td className="min-w-48 py-1 whitespace-normal text-ink-2">
                  <DataText>{licence}</DataText>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Section>
  );
}
