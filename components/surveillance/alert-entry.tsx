import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import type { AlertFigureView, AlertView } from "@/wire/views";
import type { Served } from "../chart/places";
import { rulePath } from "../layout/places";
import { clockTime, dayMonth, hourMinute } from "../market/dates";
import { count, grouped, percent, rounded } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { AlertDrawing } from "./alert-drawing";
import { isPair } from "./alert-view";
import type { Minute } from "./show";
import { ruleOf, sourcesOf } from "./sources";

interface AlertProps {
  alert: AlertView;
  /** The contract's minutes around it. */
  minutes: readonly Minute[];
  open: boolean;
  room: string;
  /** Null: the room is not a public one. */
  served: Served | null;
}

/** One alert: its line, and behind it the pattern, the numbers against their bounds and the evidence. */
export function AlertEntry({ alert, minutes, open, room, served }: AlertProps) {
  const t = useTranslations("surveillance");
  const locale = useLocale();
  const { no, pattern, symbol, from, to } = alert;
  return (
    <details id={`alert-${no}`} open={open} className="group scroll-mt-16 border-t border-line">
      <summary className="grid cursor-pointer list-none grid-cols-[32px_152px_112px_minmax(0,1fr)] items-baseline gap-x-3 py-2 hover:bg-sunken max-sm:min-h-11 max-sm:grid-cols-[28px_minmax(0,1fr)_auto] [&::-webkit-details-marker]:hidden">
        <span className="text-ink-3">{no}</span>
        <span className="whitespace-nowrap text-ink-2 max-sm:order-3 max-sm:col-span-2 max-sm:col-start-2 max-sm:text-12">
          {dayMonth(from, locale)} {hourMinute(from)}–{hourMinute(to)}
        </span>
        <span className="whitespace-nowrap max-sm:order-2">{symbol}</span>
        <span className="max-sm:order-1">
          <b className="font-medium">{t(`patterns.${pattern}.name`)}</b>
          {alert.yours && <span className="text-warn"> {t("yours")}</span>}
          {alert.accounts && <span className="text-ink-3"> {accountsText(alert.accounts, t)}</span>}
        </span>
      </summary>
      <div className="grid gap-x-10 gap-y-4 pb-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div>
          <About pattern={pattern} />
          <Figures figures={alert.figures} label={t("numbers")} />
        </div>
        <div className="min-w-0">
          <AlertDrawing alert={alert} minutes={minutes} room={room} served={served} />
          <Evidence alert={alert} />
        </div>
      </div>
    </details>
  );
}

type Told = ReturnType<typeof useTranslations<"surveillance">>;

const accountsText = (accounts: NonNullable<AlertView["accounts"]>, t: Told): string =>
  accounts.map(({ account, person }) => t(person ? "person" : "participant", { account })).join(t("and"));

/** What the pattern is, whom it harms, and where it is forbidden. */
function About({ pattern }: { pattern: AlertView["pattern"] }) {
  const t = useTranslations("surveillance");
  return (
    <div className="max-w-[608px] text-13 leading-[19px] text-ink-2">
      <p className="mt-2">{t(`patterns.${pattern}.what`)}</p>
      <p className="mt-1.5">{t(`patterns.${pattern}.harm`)}</p>
      <p className="mt-1.5 flex flex-wrap gap-x-3 text-12">
        <Link href={rulePath(ruleOf(pattern))} className="link">
          {t("rule", { number: ruleOf(pattern) })}
        </Link>
        {sourcesOf[pattern].map(({ name, href }) => (
          <a key={name} href={href} rel="noreferrer" className="link">
            {t(`sources.${name}`)}
          </a>
        ))}
      </p>
    </div>
  );
}

function Figures({ figures, label }: { figures: readonly AlertFigureView[]; label: string }) {
  const t = useTranslations("surveillance");
  const locale = useLocale();
  return (
    <Table aria-label={label} className="mt-3 max-w-[608px] [--row:28px]">
      <thead>
        <tr>
          <Th>{t("measure")}</Th>
          <Th numeric>{t("value")}</Th>
          <Th numeric end>
            {t("bound")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <Tr key={figure.measure}>
            <Td className="whitespace-normal">{t(`measures.${figure.measure}`)}</Td>
            <Td numeric>{written(figure.value, figure.unit, locale, t)}</Td>
            <Td numeric end className="text-ink-3">
              {figure.bound === null || figure.sense === null
                ? ""
                : t(`senses.${figure.sense}`, { bound: written(figure.bound, figure.unit, locale, t) })}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function written(value: string, unit: AlertFigureView["unit"], locale: string, t: Told): string {
  if (unit === "percent") return percent(shortened(value), locale);
  if (unit === "ratio") return t("times", { n: grouped(value) });
  if (unit === "seconds") return t("seconds", { n: grouped(shortened(value)) });
  return grouped(value);
}

/** Two decimals, and none that say nothing. */
const shortened = (value: string): string => rounded(value, 2).replace(/\.?0+$/, "");

function Evidence({ alert }: { alert: AlertView }) {
  const t = useTranslations("surveillance");
  const two = isPair(alert);
  return (
    <TableScroll label={t("evidence")} className="mt-2 max-h-[300px] overflow-auto">
      <Table className="[--row:26px]">
        <thead>
          <tr>
            <Th>{t("time")}</Th>
            {two && <Th>{t("account")}</Th>}
            <Th>{t("act")}</Th>
            <Th numeric>{t("lots")}</Th>
            <Th numeric end>
              {t("price")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {alert.evidence.map((deed, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: evidence never changes
            <Tr key={i}>
              <Td>{clockTime(deed.roomTime)}</Td>
              {two && <Td>{t(deed.party === 0 ? "first" : "second")}</Td>}
              <Td>{t(`acts.${deed.act}.${deed.side}`)}</Td>
              <Td numeric>{count(deed.lots)}</Td>
              <Td numeric end>
                {deed.price ?? ""}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
