/**
 * How a person wants it to look. Kept in a cookie, so that the server draws the first frame right and nothing flashes;
 * read again by nobody else: it is no secret and no identity.
 */
export const LOOK_COOKIE = "look";

export const themes = ["system", "light", "dark"] as const;
export const contrasts = ["system", "normal", "high"] as const;
export const directions = ["green-up", "red-up"] as const;

export interface Look {
  theme: (typeof themes)[number];
  contrast: (typeof contrasts)[number];
  direction: (typeof directions)[number];
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
  };
}

/** The direction is kept only when it is not the language's own, so that changing the theme does not choose it. */
export function serializeLook({ theme, contrast, direction }: Look, locale: string): string {
  const kept = new URLSearchParams({ theme, contrast });
  if (direction !== directionIn(locale)) kept.set("direction", direction);
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
