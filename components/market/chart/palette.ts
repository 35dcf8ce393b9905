/** The tokens a canvas needs, as colours it can read. */
const tokens = {
  surface: "--surface",
  line: "--line",
  lineStrong: "--line-strong",
  ink: "--ink",
  ink2: "--ink-2",
  ink3: "--ink-3",
  paper: "--paper",
  accent: "--accent",
  accentFill: "--accent-fill",
  onFill: "--on-fill",
  up: "--up",
  down: "--down",
} as const;

export type Palette = Readonly<Record<keyof typeof tokens, string>> & {
  readonly volume: string;
  readonly grid: string;
  readonly font: string;
};

/**
 * A canvas cannot read light-dark(): each token is put on a hidden element inside `host` and read back as computed.
 * The host lies outside the desk, whose own tokens fade while prices are stale.
 */
export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, read(token)]));
  const mixed = (token: string, percent: number) => {
    probe.style.color = `color-mix(in srgb, var(${token}) ${percent}%, transparent)`;
    return toRgba(getComputedStyle(probe).color);
  };
  const volume = mixed("--line-strong", 45);
  // In high contrast a line is black: a grid of such lines would hide what stands on it.
  const grid = document.documentElement.dataset.contrast === "high" ? mixed("--line", 25) : colours.line;
  const font = getComputedStyle(host).fontFamily;
  probe.remove();
  return { ...(colours as Record<keyof typeof tokens, string>), volume, grid, font };
}

/** color-mix computes to `color(srgb r g b / a)`, which the chart library does not parse. */
export function toRgba(colour: string): string {
  const match = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(colour);
  if (!match) return colour;
  const [r, g, b] = match.slice(1, 4).map((part) => Math.round(Number(part) * 255));
  return `rgba(${r}, ${g}, ${b}, ${match[4] ?? 1})`;
}
