import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "../ui/cn";
import { type ChartAddresses, embedCode } from "./addresses";
import { BarCanvas } from "./bar-canvas";
import { ChartCanvas } from "./chart-canvas";
import { ChartTable } from "./chart-table";
import { bibtex, type Cited, plainCitation } from "./citation";
import { CopyButton } from "./copy-button";
import { ImageButtons } from "./image-buttons";
import type { ChartSize } from "./sizes";
import { type AnyView, isBars, provenances } from "./view";

interface ChartFrameProps {
  view: AnyView;
  /** In words, for whoever does not see the drawing. */
  summary: string;
  /** Whose figures these are, and of which version. */
  source: string;
  /** Where it is told how they were made. */
  method: string;
  addresses: ChartAddresses;
  /** Null: it is nobody else's business, so nobody cites it. */
  cited: Cited | null;
  size?: ChartSize;
  /** h1 on an embedded page, h2 under a section's title. */
  heading?: "h1" | "h2" | "h3";
  /** Another table than the chart's own; null: it stands beside the chart already. */
  table?: ReactNode;
  /** A word more, beside the folded actions of a pane. */
  beside?: ReactNode;
  /** Pressing a point chooses what it is of. */
  onChoose?: (of: string) => void;
  className?: string;
}

/** Every chart's frame: what it shows, its unit, how far it is fact, the drawing, its source, and ways to take it away. */
export function ChartFrame(props: ChartFrameProps) {
  const { view, summary, source, size = "full", heading: Heading = "h2" } = props;
  const t = useTranslations("chart");
  const id = useId();
  const isPane = size === "pane";
  return (
    <figure className={cn("min-w-0", props.className)} aria-labelledby={`${id}title`} aria-describedby={`${id}summary`}>
      <Heading id={`${id}title`} className={isPane ? "text-12 leading-[30px]" : "text-15 font-semibold"}>
        {view.title}
      </Heading>
      <p id={`${id}summary`} className="sr-only">
        {summary}
      </p>
      {isBars(view) ? (
        <BarCanvas view={view} />
      ) : (
        <ChartCanvas view={view} size={size} describedBy={`${id}summary`} onChoose={props.onChoose} />
      )}
      {isPane ? (
        <figcaption className="flex flex-wrap gap-x-4 text-12 text-ink-3">
          {props.beside}
          <Drawer label={t("take.away")}>
            <p>{source}</p>
            <TakeAway {...props} id={id} />
          </Drawer>
        </figcaption>
      ) : (
        <figcaption className="mt-1.5 border-t border-line pt-1.5 text-12 text-ink-3">
          <p>{source}</p>
          <TakeAway {...props} id={id} />
        </figcaption>
      )}
    </figure>
  );
}

/** Table, files, images, embed, citation, permalink: those there are. */
function TakeAway(props: ChartFrameProps & { id: string }) {
  const { id, view, source, method, addresses, cited } = props;
  const { csv, json, embed, permalink } = addresses;
  const t = useTranslations("chart");
  const found = provenances(view);
  const simulated = t(!isBars(view) && view.seam ? "badge" : "badgeOfAll");
  const badge = found.includes("simulated") ? simulated : found.map((one) => t(`provenance.${one}`)).join(" · ");
  return (
    <div className="mt-1 flex flex-wrap gap-x-4 sm:gap-x-3.5">
      {props.table !== null && (
        <Drawer label={t("take.table")} group={id}>
          <section
            aria-label={t("take.table")}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
            tabIndex={0}
            className="max-h-[420px] overflow-auto text-ink"
          >
            {props.table ?? <ChartTable view={view} inPane={props.size === "pane"} />}
          </section>
        </Drawer>
      )}
      {csv !== null && (
        <a href={csv} download={madeHere(csv, `${view.id}.csv`)} className={action}>
          CSV
        </a>
      )}
      {json !== null && (
        <a href={json} download={madeHere(json, `${view.id}.json`)} className={action}>
          JSON
        </a>
      )}
      <ImageButtons
        view={view}
        source={source}
        version={cited?.version ?? null}
        permalink={cited?.address ?? null}
        badge={badge}
        className={action}
      />
      {embed !== null && (
        <Drawer label={t("take.embed")} group={id}>
          <Copied text={embedCode(embed, view.title)} label={t("take.embedCode")} />
        </Drawer>
      )}
      {cited !== null && (
        <Drawer label={t("take.cite")} group={id}>
          <Copied text={plainCitation(cited)} label={t("take.plain")} />
          <Copied text={bibtex(cited)} label={t("take.bibtex")} />
        </Drawer>
      )}
      <a href={permalink} className={action}>
        {t("take.permalink")}
      </a>
      <a href={method} className={action}>
        {t("take.method")}
      </a>
    </div>
  );
}

/** Data that the page itself made has no name of its own. */
const madeHere = (address: string, name: string): string | undefined =>
  address.startsWith("data:") ? name : undefined;

const action = "link inline-flex min-h-6 cursor-pointer items-center max-sm:min-h-(--ctl)";

/** Opens under the whole row of actions; the others of its chart close. Needs no script. */
function Drawer({ label, group, children }: { label: string; group?: string; children: ReactNode }) {
  return (
    <details name={group} className="drawer min-w-0">
      <summary className={cn(action, "list-none [&::-webkit-details-marker]:hidden")}>{label}</summary>
      <div className="mt-1 border-t border-line pt-2 pb-3">{children}</div>
    </details>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  const t = useTranslations("chart");
  return (
    <div className="mb-2">
      <div className="flex items-baseline gap-3">
        <span className="text-ink-2">{label}</span>
        <CopyButton text={text} label={t("take.copy")} done={t("take.copied")} />
      </div>
      <pre className="mt-0.5 bg-sunken px-2.5 py-1.5 font-mono text-12 break-all whitespace-pre-wrap text-ink">
        {text}
      </pre>
    </div>
  );
}
