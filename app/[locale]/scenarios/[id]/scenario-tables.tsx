import { useLocale, useTranslations } from "next-intl";
import { whereOf } from "@/components/scenario/own-words";
import { signed, signedPercent } from "@/components/ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "@/components/ui/table";
import type { ScenarioFile, ShockInFile } from "@/wire/scenario";

/** What happened: dated, from outside, whatever anybody assumes about it. */
export function ShockTable({ file }: { file: ScenarioFile }) {
  const t = useTranslations("scenarios");
  const locale = useLocale();
  const words = useTranslations("scenario-words");
  const size = ({ size: share }: ShockInFile) => signedPercent(String(Math.round(share * 1000) / 10), locale);
  return (
    <TableScroll label={t("shocksTitle")}>
      <Table aria-label={t("shocksTitle")}>
        <thead>
          <tr>
            <Th>{t("when")}</Th>
            <Th>{t("what")}</Th>
            <Th wide>{t("lever")}</Th>
            <Th numeric>{t("size")}</Th>
            <Th wide>{t("shape")}</Th>
          </tr>
        </thead>
        <tbody>
          {file.shocks.map((shock) => (
            <Tr key={shock.id}>
              <Td>
                <Moment at={shock.at} />
              </Td>
              <Td className="w-full min-w-36 py-1.5 whitespace-normal">{t(`presets.${file.id}.shocks.${shock.id}`)}</Td>
              <Td wide className="text-ink-2">
                {words(`leverNames.${shock.lever}`)}
                {locale === "zh" ? "，" : ", "}
                {whereOf(shock) ?? words(shock.region ? `regions.${shock.region}` : "everywhere")}
              </Td>
              <Td numeric>{size(shock)}</Td>
              <Td wide>{t(`shapes.${shock.shape}`, { days: shock.days ?? 0 })}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** What is assumed about how it reaches prices. */
export function TransmissionTable({ file }: { file: ScenarioFile }) {
  const t = useTranslations("scenarios");
  return (
    <dl>
      {(["passThrough", "lagDays", "demandElasticity"] as const).map((name) => (
        <div key={name} className="grid grid-cols-[minmax(0,1fr)_56px] gap-x-4 border-b border-line py-2">
          <dt>
            {t(name)}
            <span className="block text-12 text-ink-3">{t(`${name}Text`)}</span>
          </dt>
          <dd className="text-right">{file.transmission[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the venue rules, and what people are told, by date. */
export function ToldTable({ file }: { file: ScenarioFile }) {
  const t = useTranslations("scenarios");
  const locale = useLocale();
  const figure = (value: number, unit: string) =>
    unit === "%" ? signedPercent(String(value), locale) : `${signed(String(value))} ${unit}`.trim();
  const all = [
    ...file.rulings.map(({ id, at }) => ({ key: `rulings.${id}`, at, figures: null })),
    ...file.news.map(({ id, at, expected, actual, unit = "" }) => ({
      key: `news.${id}`,
      at,
      figures:
        expected === undefined || actual === undefined
          ? null
          : { expected: figure(expected, unit), actual: figure(actual, unit) },
    })),
  ].toSorted((a, b) => a.at.day - b.at.day);
  return (
    <TableScroll label={t("rulingsTitle")}>
      <Table aria-label={t("rulingsTitle")}>
        <thead>
          <tr>
            <Th>{t("when")}</Th>
            <Th>{t("what")}</Th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ key, at, figures }) => (
            <Tr key={key}>
              <Td>
                <Moment at={at} />
              </Td>
              <Td className="w-full min-w-36 py-1.5 whitespace-normal">
                {t(`presets.${file.id}.${key}`)}
                {figures && <span className="text-ink-3"> · {t("expectedActual", figures)}</span>}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function Moment({ at: { day, time } }: { at: ShockInFile["at"] }) {
  const t = useTranslations("scenarios");
  return time === undefined ? t("overnight", { day }) : t("day", { day, time });
}
