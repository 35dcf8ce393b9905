import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Handler } from "@/server/api/endpoint";
import { refusalCodes } from "@/server/api/openapi";
import { FieldTable } from "./field-table";
import { type Schema, SchemaType } from "./schema-type";
import { useDocumentText } from "./texts";

export interface DocumentedOperation {
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: Schema }>> }>>;
}

/** One operation: its line is always there, the rest opens below it. */
export function OperationEntry({
  handler: { operation, access },
  documented: { parameters, requestBody, responses },
}: {
  handler: Handler;
  documented: DocumentedOperation;
}) {
  const t = useTranslations("api");
  const text = useDocumentText();
  const { id, method, path, answers, tag } = operation;
  const body = requestBody?.content["application/json"].schema;
  const codes = refusalCodes(operation, access);
  return (
    <details
      id={id}
      className="group scroll-mt-4 border-t border-line first-of-type:border-t-0"
      suppressHydrationWarning // it may be opened before React arrives
    >
      <summary className="grid cursor-pointer gap-x-4 py-2 sm:grid-cols-[80px_minmax(0,24rem)_minmax(0,1fr)]">
        <span className="flex items-center gap-1.5 font-mono text-12 leading-5 font-medium">
          <ChevronRight size={16} strokeWidth={1.5} aria-hidden className="text-ink-3 group-open:rotate-90" />
          {method}
        </span>
        <span className="font-mono text-13 leading-5 [overflow-wrap:anywhere]">
          {tag === "service" ? "/api" : "/api/v1"}
          {path}
        </span>
        <span className="text-ink-2">{text("operations", id)}</span>
      </summary>
      <div className="grid gap-4 pt-1 pb-5 sm:pl-24">
        <p className="text-12 text-ink-3">{t(`access.${access}`)}</p>
        {parameters.length > 0 && (
          <FieldTable
            label={`${method} ${path}: ${t("parameters")}`}
            head={t("parameter")}
            fields={parameters.map(({ name, schema, required }) => ({
              name,
              schema,
              required,
              text: text("parameters", name),
            }))}
          />
        )}
        {body && (
          <p>
            {t("body")}{" "}
            <span className="font-mono text-12">
              <SchemaType schema={body} />
            </span>
          </p>
        )}
        <dl className="grid gap-y-1 sm:grid-cols-[48px_minmax(0,1fr)]">
          {Object.keys(answers).map((status) => {
            const schema = Object.values(responses[status].content ?? {})[0]?.schema;
            return (
              <div key={status} className="contents">
                <dt className="font-mono text-12 leading-5">{status}</dt>
                <dd>
                  {text("answers", id, status)}
                  {schema && (
                    <span className="ml-2 font-mono text-12 text-ink-2 [overflow-wrap:anywhere]">
                      <SchemaType schema={schema} />
                    </span>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
        {codes.length > 0 && (
          <p className="text-12 leading-5">
            <span className="text-ink-3">{t("refusals")} </span>
            {codes.map((code, i) => (
              <span key={code}>
                {i > 0 && ", "}
                <a className="link font-mono" href={`#error-${code}`}>
                  {code}
                </a>
              </span>
            ))}
          </p>
        )}
      </div>
    </details>
  );
}
