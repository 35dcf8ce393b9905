import { useTranslations } from "next-intl";
import { Table, TableScroll, Td, Th, Tr } from "@/components/ui/table";
import { type Schema, SchemaType } from "./schema-type";

export interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly text: string | null;
}

/** Parameters of an operation, or fields of a schema. */
export function FieldTable({ label, head, fields }: { label: string; head: string; fields: readonly Field[] }) {
  const t = useTranslations("api");
  return (
    <TableScroll label={label}>
      <Table className="text-13">
        <thead>
          <tr>
            <Th className="w-[22%]">{head}</Th>
            <Th className="w-[34%]">{t("type")}</Th>
            <Th>{t("meaning")}</Th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, schema, required, text }) => (
            <Tr key={name}>
              <Td className="py-1.5 align-baseline">
                <code className="font-mono">{name}</code>
                {!required && <span className="text-ink-3"> {t("optional")}</span>}
              </Td>
              <Td className="min-w-40 py-1.5 align-baseline font-mono text-12 leading-5 whitespace-normal">
                <SchemaType schema={schema} />
              </Td>
              <Td className="min-w-48 py-1.5 align-baseline whitespace-normal text-ink-2">{text}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
