import type { ReactNode } from "react";

/** As much of a JSON schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export const schemaAnchor = (name: string) => `schema-${name}`;

const decimal = "^-?\\d+(\\.\\d+)?$";

/** A type in a few words, with a link to each named schema: `Order[] | null`. */
export function SchemaType({ schema }: { schema: Schema }): ReactNode {
  const several = schema.anyOf ?? schema.oneOf;
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) as string;
    return (
      <a className="link" href={`#${schemaAnchor(name)}`}>
        {name}
      </a>
    );
  }
  if (several) return joined(several, " | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.prefixItems) return <>[{joined(schema.prefixItems, ", ")}]</>;
  if (schema.type === "array" && schema.items) {
    const grouped = schema.items.anyOf || schema.items.enum;
    return (
      <>
        {grouped && "("}
        <SchemaType schema={schema.items} />
        {grouped && ")"}[]
      </>
    );
  }
  if (schema.type === "object" && schema.properties) {
    const fields = Object.entries(schema.properties);
    return (
      <>
        {"{ "}
        {fields.map(([name, field], i) => (
          <span key={name}>
            {i > 0 && ", "}
            {name}
            {!schema.required?.includes(name) && "?"}: <SchemaType schema={field} />
          </span>
        ))}
        {" }"}
      </>
    );
  }
  if (schema.pattern === decimal) return "decimal";
  if (schema.minimum !== undefined && schema.maximum !== undefined) return `${schema.minimum}–${schema.maximum}`;
  return schema.format ?? [schema.type ?? "any"].flat().join(" | ");
}

const joined = (schemas: readonly Schema[], separator: string): ReactNode =>
  schemas.map((schema, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of a fixed document
    <span key={i}>
      {i > 0 && separator}
      <SchemaType schema={schema} />
    </span>
  ));
