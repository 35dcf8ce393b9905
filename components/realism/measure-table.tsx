import { useTranslations } from "next-intl";
import type { Measure, Reading } from "@/content/realism/results";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { bandText, figure } from "./figures";

/** Measures of one group: what each is, its band, and every value it was held to. */
export function MeasureTable({ title, measures }: { title: string; measures: readonly Measure[] }) {
  const t = useTranslations("realism");
  return (
    <TableScroll label={title}>
      <Table className="sm:min-w-[640px]">
        <thead>
          <tr>
            <Th>{t("measure")}</Th>
            <Th>{t("band")}</Th>
            <Th wide>{t("result")}</Th>
            <Th>{t("verdict")}</Th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <Tr key={measure.id} className="align-top">
              <Td className="py-2 sm:w-[38%] whitespace-normal">
                <p className="font-medium">{t(`measures.${measure.id}.name`)}</p>
                <p className="text-12 text-ink-2">{t(`measures.${measure.id}.how`)}</p>
                <div className="mt-1 sm:hidden">
                  <Readings readings={measure.readings} />
                </div>
              </Td>
              <Td className="py-2">{bandText(measure)}</Td>
              <Td wide className="py-2 whitespace-normal">
                <Readings readings={measure.readings} />
              </Td>
              <Td className={measure.passed ? "py-2" : "py-2 font-medium text-warn"}>
                {measure.passed ? t("inside") : t("outside")}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function Readings({ readings }: { readings: readonly Reading[] }) {
  const t = useTranslations("realism");
  /** "gpu-hour ECON" names a lever and a benchmark; "PREM 10 min" and "5 d" say themselves. */
  const nameOf = (of: string) => {
    const [lever, benchmark] = of.split(" ");
    return t.has(`levers.${lever}`) ? `${t(`levers.${lever}`)}, ${benchmark}` : of;
  };
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {readings.map(({ of, value, passed }) => (
        <li key={of} className={passed ? undefined : "font-medium text-warn"}>
          {of !== "all" && <span className="text-ink-3">{nameOf(of)} </span>}
          {figure(value)}
        </li>
      ))}
    </ul>
  );
}
