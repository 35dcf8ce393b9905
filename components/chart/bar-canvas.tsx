import { BarDrawing, barHeight } from "./bar-drawing";
import type { BarView } from "./bars";
import { ProvenanceKey } from "./provenance-key";
import { variantsOf } from "./sizes";

/** The unit line and the bars. Every number is written beside its bar, so there is nothing to point at. */
export function BarCanvas({ view }: { view: BarView }) {
  return (
    <>
      <div className="flex min-h-5 flex-wrap items-baseline gap-x-4 gap-y-0.5 text-12">
        <p className="text-ink-2">{view.unit}</p>
        <ProvenanceKey view={view} />
      </div>
      <div className="@container mt-2">
        {variantsOf("full").map(({ width, className }) => (
          <svg
            key={width}
            aria-hidden="true"
            viewBox={`0 0 ${width} ${barHeight(view, width)}`}
            className={`h-auto w-full overflow-visible ${className}`}
          >
            <BarDrawing view={view} width={width} />
          </svg>
        ))}
      </div>
    </>
  );
}
