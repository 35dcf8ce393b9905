import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { BarDrawing, barHeight } from "./bar-drawing";
import { fullDate } from "./days";
import { Drawing, EventNumber } from "./drawing";
import { fitting, textWidth } from "./labels";
import { layOut } from "./layout";
import { embeddedFonts } from "./page-fonts";
import { type AnyView, type ChartView, isBars } from "./view";

export interface ChartImage {
  readonly view: AnyView;
  readonly source: string;
  /** Of the data; null: it is one person's, and has none. */
  readonly version: string | null;
  /** Where it is found; null with the version. */
  readonly permalink: string | null;
  readonly badge: string;
  readonly locale: string;
}

const WIDTH = 1200;
const LINES = 560;
const MARGIN = 28;
const INNER = WIDTH - 2 * MARGIN;
const HEAD = 62;
const FOOT = 44;
const SOURCE = 11;
const SOURCE_LINE = 15;
const KEY = 12;
const KEY_LINE = 21;
const KEY_GAP = 12;
const PNG_SCALE = 2;

/** An image that can stand alone: title, unit, chart, source line and how far it is fact. */
export async function saveImage(image: ChartImage, kind: "png" | "svg"): Promise<void> {
  const fonts = await embeddedFonts();
  const { text, height } = svgText(image, fonts);
  const blob = kind === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await asPng(text, height);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${[image.view.id, image.version].filter(Boolean).join("-")}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Drawn out of sight in the page, so that it has the page's colours, then every style is written into its element. */
function svgText(image: ChartImage, fonts: string): { text: string; height: number } {
  const host = document.createElement("div");
  host.style.cssText = "position:absolute;left:-9999px;top:0";
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() => root.render(<Poster {...image} />));
    const svg = host.querySelector("svg") as SVGSVGElement;
    writeStyles(svg);
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    style.textContent = fonts;
    svg.prepend(style);
    return { text: new XMLSerializer().serializeToString(svg), height: svg.viewBox.baseVal.height };
  } finally {
    root.unmount();
    host.remove();
  }
}

function Poster({ view, source, permalink, badge, locale }: ChartImage) {
  const drawing = isBars(view) ? barHeight(view, INNER) : LINES;
  const key = isBars(view) ? [] : keyOf(view, locale);
  const chart = drawing + (key.length > 0 ? KEY_GAP + key.length * KEY_LINE : 0);
  const lines = [...wrapped(`${source} Tokenpit`, INNER), ...(permalink === null ? [] : wrapped(permalink, INNER))];
  const height = HEAD + chart + FOOT + (lines.length - 1) * SOURCE_LINE;
  return (
    <svg width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} className="font-sans">
      <title>{view.title}</title>
      <rect width={WIDTH} height={height} className="fill-paper" />
      <text x={MARGIN} y={30} fontSize={17} className="fill-ink font-semibold">
        {view.title}
      </text>
      <text x={MARGIN} y={50} fontSize={12} className="fill-ink-2">
        {view.unit}
      </text>
      <text x={WIDTH - MARGIN} y={30} fontSize={13} textAnchor="end" className="fill-ink font-medium">
        {badge}
      </text>
      <g transform={`translate(${MARGIN} ${HEAD})`}>
        {isBars(view) ? (
          <BarDrawing view={view} width={INNER} />
        ) : (
          <Drawing view={view} layout={layOut(view, INNER, LINES, locale)} hatch="ground" />
        )}
      </g>
      {key.map(({ no, words }, i) => (
        <g key={no} transform={`translate(${MARGIN} ${HEAD + drawing + KEY_GAP + i * KEY_LINE})`}>
          <EventNumber no={no} x={8} y={8} />
          <text x={26} y={KEY} fontSize={KEY} className="fill-ink-2">
            {words}
          </text>
        </g>
      ))}
      {lines.map((line, i) => (
        <text
          key={line}
          x={MARGIN}
          y={HEAD + chart + FOOT - 16 + i * SOURCE_LINE}
          fontSize={SOURCE}
          className="fill-ink-3"
        >
          {line}
        </text>
      ))}
    </svg>
  );
}

/** What the numbers in a drawing stand for: an image has no list beside it. */
const keyOf = ({ events }: ChartView, locale: string) =>
  events.flatMap(({ no, told }) => {
    if (!told) return [];
    const words = `${fullDate(told.date, locale)} · ${locale === "zh" ? told.title.zh : told.title.en}`;
    return [{ no, words: fitting(words, KEY, INNER - 26) }];
  });

/** Broken where a line is full: at a space, in Chinese anywhere, and within an address longer than a line. */
function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.match(/[\u2e80-\uffef]|[^ \u2e80-\uffef]{1,160} *| +/g) ?? []) {
    const line = lines[lines.length - 1] + word;
    if (textWidth(line, SOURCE) <= width) lines[lines.length - 1] = line;
    else lines.push(word.trimStart());
  }
  return lines;
}

const written = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
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

async function asPng(svg: string, height: number): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no image")))),
  );
}
