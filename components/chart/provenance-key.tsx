import { useTranslations } from "next-intl";
import { DASHES } from "./drawing";
import { type AnyView, type Provenance, provenances } from "./view";

/** Which of measured, estimated and simulated a chart holds, each drawn as in the chart. On every chart. */
export function ProvenanceKey({ view }: { view: AnyView }) {
  const t = useTranslations("chart.provenance");
  return (
    <ul aria-label={t("label")} className="ml-auto flex flex-wrap gap-x-4 text-ink-2">
      {provenances(view).map((provenance) => (
        <li key={provenance} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <Swatch provenance={provenance} />
          {t(provenance)}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ provenance }: { provenance: Provenance }) {
  return (
    <span className={`relative inline-block h-3 w-[22px] ${provenance === "simulated" ? "swatch-simulated" : ""}`}>
      <svg width="22" height="12" aria-hidden="true" className="absolute inset-0">
        <path
          d="M0 6H22"
          strokeWidth="2"
          strokeDasharray={provenance === "estimated" ? DASHES : undefined}
          className="stroke-ink"
        />
      </svg>
    </span>
  );
}
