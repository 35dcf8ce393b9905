import type { Metadata } from "next";
import { headers } from "next/headers";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { PUBLIC_ROOM } from "@/components/layout/places";
import { ask } from "@/server/api/ask";
import { openApiDocument } from "@/server/api/openapi";
import { operations } from "@/server/api/operations";
import { pageMetadata } from "../page-metadata";
import { ErrorTable } from "./error-table";
import { FieldTable } from "./field-table";
import { type Example, FirstOrder } from "./first-order";
import { type DocumentedOperation, OperationEntry } from "./operation";
import { type Schema, SchemaType, schemaAnchor } from "./schema-type";
import { useDocumentText } from "./texts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api");
  return pageMetadata({ title: t("title"), description: t("lede"), path: "/api-reference" });
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The OpenAPI document, to be read by a person. */
export default async function ApiReferencePage() {
  const asked = await headers();
  const scheme = asked.get("x-forwarded-proto") ?? "http";
  const document = openApiDocument(operations) as unknown as Document;
  return (
    <Page>
      <Reference
        document={document}
        example={{ origin: `${scheme}://${asked.get("host") ?? "localhost:3000"}`, symbol: await tradedSymbol() }}
      />
    </Page>
  );
}

/** A contract that an order would fill in now, so that what is copied from the page works. */
async function tradedSymbol(): Promise<string> {
  const { value } = await ask(PUBLIC_ROOM, "contracts", {});
  return (value.find(({ bid, ask: offer }) => bid !== null && offer !== null) ?? value[0]).symbol;
}

const tags = ["rooms", "market", "trading", "account", "service"] as const;
const conventions = ["access", "numbers", "seq", "errors", "paging", "retry", "limits", "stream"] as const;

function Reference({ document, example }: { document: Document; example: Example }) {
  const t = useTranslations("api");
  const sections = ["first", "conventions", ...tags, "schemas", "codes"] as const;
  const titles: Record<(typeof sections)[number], string> = {
    first: t("first.title"),
    conventions: t("conventions.title"),
    rooms: t("tags.rooms"),
    market: t("tags.market"),
    trading: t("tags.trading"),
    account: t("tags.account"),
    service: t("tags.service"),
    schemas: t("schemas"),
    codes: t("codes"),
  };
  return (
    <div className="lg:grid lg:grid-cols-[200px_minmax(0,1fr)] lg:gap-16">
      <nav aria-label={t("contents")} className="max-lg:hidden">
        <ul className="sticky top-6 grid gap-1 pt-1.5">
          {sections.map((name) => (
            <li key={name}>
              <a href={`#${name}`} className="text-ink-2 hover:text-ink">
                {titles[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0">
        <PageTitle>{t("title")}</PageTitle>
        <p className="mt-3 max-w-(--measure) text-15 text-ink-2">{t("lede")}</p>
        <p className="mt-2">
          <a className="link" href="/api/openapi.json">
            {t("document")}
          </a>
        </p>
        <Section id="first" title={titles.first} className="mt-8 scroll-mt-4">
          <FirstOrder {...example} />
        </Section>
        <Section id="conventions" title={titles.conventions} className="mt-8 scroll-mt-4">
          <ul className="grid max-w-(--measure) gap-2">
            {conventions.map((name) => (
              <li key={name}>{t(`conventions.${name}`)}</li>
            ))}
          </ul>
        </Section>
        {tags.map((tag) => (
          <Section key={tag} id={tag} title={titles[tag]} className="mt-8 scroll-mt-4">
            {operations
              .filter(({ operation }) => operation.tag === tag)
              .map((handler) => (
                <OperationEntry
                  key={handler.operation.id}
                  handler={handler}
                  documented={document.paths[handler.operation.path][handler.operation.method.toLowerCase()]}
                />
              ))}
          </Section>
        ))}
        <Section id="schemas" title={titles.schemas} className="mt-8 scroll-mt-4">
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <SchemaEntry key={name} name={name} schema={schema} />
          ))}
        </Section>
        <Section id="codes" title={titles.codes} className="mt-8 scroll-mt-4">
          <ErrorTable />
        </Section>
      </div>
    </div>
  );
}

function SchemaEntry({ name, schema }: { name: string; schema: Schema }) {
  const t = useTranslations("api");
  const text = useDocumentText();
  const fields = Object.entries(schema.properties ?? {});
  return (
    <div
      id={schemaAnchor(name)}
      className="scroll-mt-4 border-t border-line py-3 first-of-type:border-t-0 target:bg-accent-soft"
    >
      <h3 className="font-mono text-13 font-medium">{name}</h3>
      {fields.length === 0 ? (
        <p className="font-mono text-12 leading-5 [overflow-wrap:anywhere]">
          <SchemaType schema={schema} />
        </p>
      ) : (
        <FieldTable
          label={name}
          head={t("field")}
          fields={fields.map(([field, its]) => ({
            name: field,
            schema: its,
            required: schema.required?.includes(field) ?? false,
            text: text("fields", name, field),
          }))}
        />
      )}
    </div>
  );
}
