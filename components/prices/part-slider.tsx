"use client";

import { useState } from "react";

/** One part of a mix, by whole numbers. */
export function PartSlider({
  name,
  label,
  initial,
  most,
}: {
  name: string;
  label: string;
  initial: number;
  most: number;
}) {
  const [part, setPart] = useState(initial);
  return (
    <label className="grid min-w-32 flex-1 gap-0.5 text-12 text-ink-2">
      <span className="flex justify-between gap-2">
        {label} <output className="text-ink">{part}</output>
      </span>
      <input
        type="range"
        name={name}
        min={0}
        max={most}
        value={part}
        onChange={(event) => setPart(Number(event.target.value))}
        className="h-6 w-full accent-accent max-sm:h-11"
      />
    </label>
  );
}
