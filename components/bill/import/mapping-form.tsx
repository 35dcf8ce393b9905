import { useTranslations } from "next-intl";
import { useState } from "react";
import { guessCached } from "@/tokens/bill/import/guess";
import { type MapField, type Mapping, mapFields, missingFields } from "@/tokens/bill/import/mapping";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Note } from "../../ui/note";
import { Table, TableScroll, Td, Th, Tr } from "../../ui/table";
import { selectClass } from "../month-select";
import { Refusal } from "../refusal";
import type { Look } from "./read-file";

const ROWS_SHOWN = 5;

/** The reader says which column is what. What was guessed stands there already. */
export function MappingForm({ look, onRead }: { look: Look; onRead: (mapping: Mapping) => void }) {
  const t = useTranslations("bill.mapping");
  const [mapping, setMapping] = useState(look.guess);
  const [saysCached, setSaysCached] = useState(false);
  const guessed = guessCached(mapping.columns, look.sample, mapping.decimal);
  const missing = missingFields(mapping);
  const set = (field: MapField, column: string) => {
    const columns = { ...mapping.columns, [field]: column === "" ? undefined : column };
    // Another column is guessed anew, until the reader has said it.
    const { inside } = guessCached(columns, look.sample, mapping.decimal);
    setMapping({ ...mapping, columns, cachedInside: saysCached ? mapping.cachedInside : inside });
  };
  const fieldOf = (heading: string) => mapFields.find((field) => mapping.columns[field] === heading);
  return (
    <form
      aria-label={t("title")}
      className="mt-4 grid gap-4 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        onRead(mapping);
      }}
    >
      <div>
        <h3 className="font-medium">{t("title")}</h3>
        <p className="text-12 text-ink-2">{t("lede")}</p>
      </div>
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {mapFields.map((field) => (
          <Field key={field} label={t(`fields.${field}`)}>
            {(ids) => (
              <select
                {...ids}
                value={mapping.columns[field] ?? ""}
                onChange={(event) => set(field, event.target.value)}
                className={selectClass}
              >
                <option value="">{t("none")}</option>
                {look.headings.map((heading) => (
                  <option key={heading}>{heading}</option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <OneOf
          label={t("days.label")}
          value={mapping.days}
          options={{ "day-first": t("days.day-first"), "month-first": t("days.month-first") }}
          onValueChange={(days) => setMapping({ ...mapping, days })}
        />
        <OneOf
          label={t("decimal.label")}
          value={mapping.decimal}
          options={{ ".": "1,234,567.8", ",": "1.234.567,8" }}
          onValueChange={(decimal) => setMapping({ ...mapping, decimal })}
        />
        <OneOf
          label={t("unit.label")}
          value={String(mapping.unit)}
          options={{ "1": t("unit.one"), "1000": t("unit.thousand"), "1000000": t("unit.million") }}
          onValueChange={(unit) => setMapping({ ...mapping, unit: Number(unit) })}
        />
        <OneOf
          label={t("cached.label")}
          value={mapping.cachedInside ? "inside" : "beside"}
          options={{ inside: t("cached.inside"), beside: t("cached.beside") }}
          disabled={!mapping.columns.cachedInput}
          onValueChange={(where) => {
            setSaysCached(true);
            setMapping({ ...mapping, cachedInside: where === "inside" });
          }}
        />
        {mapping.columns.reasoning && (
          <OneOf
            label={t("reasoning.label")}
            value={mapping.reasoningInside ? "inside" : "beside"}
            options={{ inside: t("reasoning.inside"), beside: t("reasoning.beside") }}
            onValueChange={(where) => setMapping({ ...mapping, reasoningInside: where === "inside" })}
          />
        )}
      </div>
      <Note>
        {!mapping.columns.cachedInput
          ? t("cached.none")
          : saysCached
            ? t("cached.said")
            : t(`cached.why.${guessed.why}`, {
                cached: mapping.columns.cachedInput,
                input: mapping.columns.input ?? t("none"),
              })}
      </Note>
      <TableScroll label={t("preview")} loose>
        <Table className="text-12">
          <caption className="mb-1 text-left text-ink-3">{t("preview")}</caption>
          <thead>
            <tr>
              {look.headings.map((heading) => {
                const field = fieldOf(heading);
                return (
                  <Th key={heading} numeric={isCounted(field)} className="h-auto py-1 align-bottom">
                    <span className="block text-ink">{field && t(`fields.${field}`)}</span>
                    {heading}
                  </Th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {look.sample.slice(0, ROWS_SHOWN).map((row, no) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place alone
              <Tr key={no}>
                {look.headings.map((heading) => (
                  <Td
                    key={heading}
                    numeric={isCounted(fieldOf(heading))}
                    className={fieldOf(heading) ? undefined : "text-ink-3"}
                  >
                    {look.hidden.includes(heading) ? t("hidden") : row[heading]}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      {look.hidden.length > 0 && <Note>{t("hiddenColumns", { columns: look.hidden.join(", ") })}</Note>}
      {missing.length > 0 && (
        <Refusal code="column-missing">
          {t("missing", { fields: missing.map((field) => t(`fields.${field}`)).join(", ") })}
        </Refusal>
      )}
      <Button type="submit" variant="primary" disabled={missing.length > 0} className="justify-self-start">
        {t("read")}
      </Button>
    </form>
  );
}

const isCounted = (field: MapField | undefined): boolean =>
  field !== undefined && field !== "date" && field !== "model" && field !== "batch";

function OneOf<Value extends string>(props: {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  disabled?: boolean;
  onValueChange: (value: Value) => void;
}) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <select
          {...ids}
          value={props.value}
          disabled={props.disabled}
          onChange={(event) => props.onValueChange(event.target.value as Value)}
          className={selectClass}
        >
          {(Object.entries(props.options) as [Value, string][]).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
