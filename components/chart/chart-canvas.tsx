"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { clockTime } from "../market/dates";
import { cn } from "../ui/cn";
import { dateOfDay, fullDate } from "./days";
import { Drawing } from "./drawing";
import { EventLinks } from "./event-links";
import { layOut } from "./layout";
import { ProvenanceKey } from "./provenance-key";
import { type ChartSize, variantsOf } from "./sizes";
import { type ChartView, nearestStop, openedAt, pointAt, stops } from "./view";

const LiveChart = lazy(() => import("./live-chart"));

/** The drawing a reader has taken over: as it was laid out, and by how much it is shown larger. */
interface Taken {
  readonly width: number;
  readonly height: number;
  readonly by: number;
}

interface ChartCanvasProps {
  view: ChartView;
  size: ChartSize;
  /** The element that says in words what is drawn. */
  describedBy: string;
  /** Pressing a point chooses what it is of, instead of opening its source. */
  onChoose?: (of: string) => void;
}

/** The unit line, which turns into the readout, and the drawing: still at first, alive once a reader points at it. */
export function ChartCanvas({ view, size, describedBy, onChoose }: ChartCanvasProps) {
  const t = useTranslations("chart");
  const locale = useLocale();
  const router = useRouter();
  const hatch = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [hydrated, setHydrated] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [pointedAt, setPointedAt] = useState<number | null>(null);
  useEffect(() => setHydrated(true), []);
  useResized(frame, () => setTaken(null));
  const all = stops(view);
  // A view changes while somebody reads it: what was pointed at may be gone, its neighbour is not.
  const at = pointedAt === null ? null : nearestStop(view, pointedAt);

  const wake = () => {
    const drawn = [...(frame.current?.querySelectorAll("svg") ?? [])].find((svg) => svg.clientWidth > 0);
    if (taken || !drawn || all.length === 0) return;
    const { width, height } = drawn.viewBox.baseVal;
    setTaken({ width, height, by: drawn.clientWidth / width });
  };
  const open = (x: number | null) => {
    if (x === null) return;
    const of = view.series.flatMap(({ points }) => points.find((point) => point.x === x)?.of ?? [])[0];
    if (of && onChoose) return onChoose(of);
    const ids = view.openAt !== null ? openedAt(view, x) : [];
    if (ids.length > 0) router.push(`${view.openAt}${ids.join(".")}#source`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event.key, all, at);
    if (event.key === "Enter") open(at);
    if (next === undefined) return;
    event.preventDefault();
    wake();
    setPointedAt(next);
  };
  const reading = at === null ? null : readout(view, at, locale, size, t("provenance.simulated"));
  const asSlider = hydrated &&
    all.length > 0 && {
      role: "slider",
      tabIndex: 0,
      "aria-label": t("read", { title: view.title }),
      "aria-describedby": describedBy,
      "aria-valuemin": view.x.from,
      "aria-valuemax": view.x.to,
      "aria-valuenow": at ?? view.x.to,
      "aria-valuetext": readout(view, at ?? view.x.to, locale, size, t("provenance.simulated")),
    };
  return (
    <>
      <div className="flex min-h-5 flex-wrap items-baseline gap-x-4 gap-y-0.5 text-12">
        <p className={reading ? "text-ink" : "text-ink-2"}>{reading ?? view.unit}</p>
        <ProvenanceKey view={view} />
      </div>
      <div className={cn("@container relative mt-1", size === "pane" && "max-w-[264px]")}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it is a slider once there are scripts to move it */}
        <div
          ref={frame}
          className="touch-pan-y"
          onPointerEnter={wake}
          onFocus={wake}
          onBlur={() => setPointedAt(null)}
          onKeyDown={onKeyDown}
          {...asSlider}
        >
          <Suspense fallback={<Still view={view} size={size} hatch={hatch} />}>
            {taken ? (
              <Enlarged {...taken}>
                <LiveChart
                  view={view}
                  layout={layOut(view, taken.width, taken.height, locale)}
                  hatch={`${hatch}live`}
                  at={at}
                  onAt={setPointedAt}
                  onOpen={() => open(at)}
                  opens={onChoose !== undefined || view.openAt !== null}
                />
              </Enlarged>
            ) : (
              <Still view={view} size={size} hatch={hatch} />
            )}
          </Suspense>
        </div>
        <EventLinks view={view} size={size} />
      </div>
    </>
  );
}

/** At the size at which the still drawing stood, so that nothing moves when it comes alive. */
const Enlarged = ({ width, height, by, children }: Taken & { children: ReactNode }) => (
  <div style={{ height: height * by }}>
    <div style={{ width, height, transform: `scale(${by})`, transformOrigin: "0 0" }}>{children}</div>
  </div>
);

function Still({ view, size, hatch }: { view: ChartView; size: ChartSize; hatch: string }) {
  const locale = useLocale();
  return variantsOf(size).map(({ width, height, className }) => (
    <svg
      key={width}
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      className={`h-auto w-full overflow-visible ${className}`}
    >
      <Drawing view={view} layout={layOut(view, width, height, locale)} hatch={`${hatch}${width}`} />
    </svg>
  ));
}

/** What the crosshair says: when, and each main line's value there. A pane has room for the value alone. */
function readout(view: ChartView, at: number, locale: string, size: ChartSize, simulated: string): string {
  const { kind } = view.x;
  const { series } = view;
  const when = { date: () => fullDate(dateOfDay(at), locale), time: () => clockTime(at), number: () => String(at) };
  const values = series.flatMap((one) => {
    const point = one.context ? null : pointAt(one, at);
    const marked = view.seam && point?.as === "simulated" ? simulated : null;
    return point ? [[one.name, point.of, point.text, marked].filter(Boolean).join(" ")] : [];
  });
  return (size === "pane" ? values : [when[kind](), ...values]).join(" · ");
}

/** The stop that a key leads to; undefined: the key is none of the chart's. */
function afterKey(key: string, all: readonly number[], at: number | null): number | null | undefined {
  const here = at === null ? all.length : all.findIndex((x) => x >= at);
  const ends: Record<string, number> = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: all.length - 1 };
  if (key === "Escape") return null;
  if (!(key in ends)) return undefined;
  return all[Math.min(all.length - 1, Math.max(0, ends[key]))] ?? null;
}

function useResized(ref: { readonly current: HTMLElement | null }, then: () => void) {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      then();
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
}
