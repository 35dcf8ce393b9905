"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { dateOfDay, fullDate } from "./days";
import { Drawing } from "./drawing";
import { layOut } from "./layout";
import { ProvenanceKey } from "./provenance-key";
import { type ChartView, openedAt, pointAt, stops } from "./view";

const LiveChart = lazy(() => import("./live-chart"));

/** How big a chart is on a page; each has a drawing of its own for phones, tablets and desks. */
export type ChartSize = "full" | "half";

/** Redrawn for each range of window widths, at the narrowest of them: shown wider it grows, it never shrinks. */
const variants: Record<ChartSize, readonly { width: number; height: number; className: string }[]> = {
  full: [
    { width: 328, height: 330, className: "sm:hidden" },
    { width: 592, height: 400, className: "hidden sm:block md:hidden" },
    { width: 788, height: 440, className: "hidden md:block xl:hidden" },
    { width: 984, height: 500, className: "hidden xl:block" },
  ],
  half: [
    { width: 328, height: 270, className: "sm:hidden" },
    { width: 592, height: 300, className: "hidden sm:block md:hidden" },
    { width: 800, height: 340, className: "hidden md:block lg:hidden" },
    { width: 548, height: 300, className: "hidden lg:block" },
  ],
};

interface ChartCanvasProps {
  view: ChartView;
  size: ChartSize;
  /** The element that says in words what is drawn. */
  describedBy: string;
}

/** The unit line, which turns into the readout, and the drawing: still at first, alive once a reader points at it. */
export function ChartCanvas({ view, size, describedBy }: ChartCanvasProps) {
  const t = useTranslations("chart");
  const locale = useLocale();
  const router = useRouter();
  const hatch = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [hydrated, setHydrated] = useState(false);
  const [box, setBox] = useState<{ width: number; height: number } | null>(null);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => setHydrated(true), []);

  /** Takes over at the size at which it stands, so that nothing moves. */
  const wake = () => {
    const drawn = [...(frame.current?.querySelectorAll("svg") ?? [])].find((svg) => svg.clientWidth > 0);
    if (!box && drawn) setBox({ width: drawn.clientWidth, height: drawn.clientHeight });
  };
  useResized(frame, () => setBox(null));

  const open = (x: number | null) => {
    const ids = view.openAt !== null && x !== null ? openedAt(view, x) : [];
    if (ids.length > 0) router.push(`${view.openAt}${ids.join(".")}#source`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event.key, stops(view), at);
    if (event.key === "Enter") open(at);
    if (next === undefined) return;
    event.preventDefault();
    wake();
    setAt(next);
  };
  const reading = at === null ? null : readout(view, at, locale);
  const asSlider = hydrated && {
    role: "slider",
    tabIndex: 0,
    "aria-label": t("read", { title: view.title }),
    "aria-describedby": describedBy,
    "aria-valuemin": view.x.from,
    "aria-valuemax": view.x.to,
    "aria-valuenow": at ?? view.x.to,
    "aria-valuetext": readout(view, at ?? view.x.to, locale),
  };
  return (
    <>
      <div className="flex min-h-5 flex-wrap items-baseline gap-x-4 gap-y-0.5 text-12">
        <p className={reading ? "text-ink" : "text-ink-2"}>{reading ?? view.unit}</p>
        <ProvenanceKey view={view} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is a slider once there are scripts to move it */}
      <div
        ref={frame}
        className="relative mt-1 touch-pan-y"
        onPointerEnter={wake}
        onFocus={wake}
        onBlur={() => setAt(null)}
        onKeyDown={onKeyDown}
        {...asSlider}
      >
        <Suspense fallback={<Still view={view} size={size} hatch={hatch} />}>
          {box ? (
            <LiveChart
              view={view}
              layout={layOut(view, box.width, box.height, locale)}
              hatch={`${hatch}live`}
              at={at}
              onAt={setAt}
              onOpen={() => open(at)}
            />
          ) : (
            <Still view={view} size={size} hatch={hatch} />
          )}
        </Suspense>
      </div>
    </>
  );
}

function Still({ view, size, hatch }: { view: ChartView; size: ChartSize; hatch: string }) {
  const locale = useLocale();
  return variants[size].map(({ width, height, className }) => (
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

/** What the crosshair says: the day, and each main line's value there. */
function readout({ x: { kind }, series }: ChartView, at: number, locale: string): string {
  const where = kind === "date" ? fullDate(dateOfDay(at), locale) : String(at);
  const values = series.flatMap((one) => {
    const point = one.context ? null : pointAt(one, at);
    return point ? [`${one.name} ${point.text}`] : [];
  });
  return [where, ...values].join(" · ");
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
