/**
 * How a person wants it to look, and whether keys act. Kept in a cookie, so that the server draws the first frame right and nothing flashes;
 * read again by nobody else: it is no secret and no identity.
 */
export const LOOK_COOKIE = "look";

export const themes = ["system", "light", "dark"] as const;
export const contrasts = ["system", "normal", "high"] as const;
export const directions = ["green-up", "red-up"] as const;
/** Keys that act by themselves, with nothing held down: who speaks to a computer sends them unwillingly (WCAG 2.1.4). */
export const shortcuts = ["on", "off"] as const;

export interface Look {
  theme: (typeof themes)[number];
  contrast: (typeof contrasts)[number];
  direction: (typeof directions)[number];
  shortcuts: (typeof shortcuts)[number];
}

const oneOf = <Choice extends string>(choices: readonly Choice[], value: string | null, otherwise: Choice): Choice =>
  choices.find((choice) => choice === value) ?? otherwise;

/** Red rises in China, green in the West; everybody may choose. */
const directionIn = (locale: string): Look["direction"] => (locale === "zh" ? "red-up" : "green-up");

export function parseLook(cookie: string | undefined, locale: string): Look {
  const stored = new URLSearchParams(cookie ?? "");
  return {
    theme: oneOf(themes, stored.get("theme"), "system"),
    contrast: oneOf(contrasts, stored.get("contrast"), "system"),
    direction: oneOf(directions, stored.get("direction"), directionIn(locale)),
    shortcuts: oneOf(shortcuts, stored.get("shortcuts"), "on"),
  };
}

/** The direction is kept only when it is not the language's own, so that changing the theme does not choose it. */
export function serializeLook({ theme, contrast, direction, shortcuts }: Look, locale: string): string {
  const kept = new URLSearchParams({ theme, contrast });
  if (direction !== directionIn(locale)) kept.set("direction", direction);
  if (shortcuts === "off") kept.set("shortcuts", shortcuts);
  return kept.toString();
}

/** The attributes of <html> that tokens.css reads. `undefined` leaves it to the system. */
export function lookAttributes(look: Look) {
  return {
    "data-theme": look.theme === "system" ? undefined : look.theme,
    "data-contrast": look.contrast === "high" ? "high" : undefined,
    "data-updown": look.direction,
  };
}
