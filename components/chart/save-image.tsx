import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Drawing } from "./drawing";
import { layOut } from "./layout";
import type { ChartView } from "./view";

export interface ChartImage {
  readonly view: ChartView;
  readonly source: string;
  readonly version: string;
  readonly badge: string | null;
  readonly locale: string;
}

const WIDTH = 1200;
const CHART = 560;
const MARGIN = 28;
const HEAD = 62;
const FOOT = 44;
const HEIGHT = HEAD + CHART + FOOT;
const PNG_SCALE = 2;

/** An image that can stand alone: title, unit, chart, source line and, if any of it is simulated, the badge. */
export async function saveImage(image: ChartImage, kind: "png" | "svg"): Promise<void> {
  const svg = svgText(image);
  const blob = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await asPng(svg);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${image.view.id}-${image.version}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Drawn out of sight in the page, so that it has the page's colours, then every style is written into its element. */
function svgText(image: ChartImage): string {
  const host = document.createElement("div");
  host.style.cssText = "position:absolute;left:-9999px;top:0";
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() => root.render(<Poster {...image} />));
    const svg = host.querySelector("svg") as SVGSVGElement;
    writeStyles(svg);
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    return new XMLSerializer().serializeToString(svg);
  } finally {
    root.unmount();
    host.remove();
  }
}

function Poster({ view, source, badge, locale }: ChartImage) {
  const layout = layOut(view, WIDTH - 2 * MARGIN, CHART, locale);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="font-sans">
      <title>{view.title}</title>
      <rect width={WIDTH} height={HEIGHT} className="fill-paper" />
      <text x={MARGIN} y={30} fontSize={17} className="fill-ink font-semibold">
        {view.title}
      </text>
      <text x={MARGIN} y={50} fontSize={12} className="fill-ink-2">
        {view.unit}
      </text>
      {badge && (
        <text x={WIDTH - MARGIN} y={30} fontSize={13} textAnchor="end" className="fill-ink font-medium">
          {badge}
        </text>
      )}
      <g transform={`translate(${MARGIN} ${HEAD})`}>
        <Drawing view={view} layout={layout} hatch="ground" />
      </g>
      <text x={MARGIN} y={HEIGHT - 16} fontSize={11} className="fill-ink-3">
        {`${source} Tokenpit`}
      </text>
    </svg>
  );
}

const written = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
  "text-anchor",
];

function writeStyles(svg: SVGSVGElement): void {
  for (const element of [svg, ...svg.querySelectorAll<SVGElement>("*")]) {
    const style = getComputedStyle(element);
    for (const name of written) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  }
}

async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * PNG_SCALE;
  canvas.height = HEIGHT * PNG_SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no image")))),
  );
}
