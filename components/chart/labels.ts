/** Labels at the ends of lines: each beside its line, none on another (VISUAL.md §5). */

export interface Wanted {
  readonly y: number;
  /** Px above and below `y` that the label takes. */
  readonly above: number;
  readonly below: number;
  /** Gives way: is left out where it would cover another. */
  readonly optional: boolean;
}

/** The y of each label, in the order given; null: left out. */
export function spread(wanted: readonly Wanted[], top: number, bottom: number): (number | null)[] {
  const placed: (number | null)[] = wanted.map(() => null);
  pushApart(wanted, placed, top, bottom);
  wanted.forEach((label, i) => {
    if (!label.optional || label.y - label.above < top || label.y + label.below > bottom) return;
    const covers = wanted.some((other, k) => {
      const y = placed[k];
      return y !== null && label.y - label.above < y + other.below && y - other.above < label.y + label.below;
    });
    if (!covers) placed[i] = label.y;
  });
  return placed;
}

/**
 * Places the labels that must be there. From the top each goes below the one before; what then hangs over the bottom moves
 * those above it up again.
 */
function pushApart(wanted: readonly Wanted[], placed: (number | null)[], top: number, bottom: number): void {
  const order = [...wanted.keys()]
    .filter((i) => !wanted[i].optional)
    .sort((a, b) => wanted[a].y - wanted[b].y || a - b);
  const lowered: number[] = [];
  let from = top;
  for (const i of order) {
    const y = Math.max(wanted[i].y, from + wanted[i].above);
    lowered.push(y);
    from = y + wanted[i].below;
  }
  let until = bottom;
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    const y = Math.min(lowered[k], until - wanted[i].below);
    placed[i] = y;
    until = y - wanted[i].above;
  }
}

/** About how wide a text is: digits and Latin letters half as wide as high, Chinese characters as wide. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? size : size * 0.56;
  return width;
}

/** Cut with an ellipsis so that it fits. */
export function fitting(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
