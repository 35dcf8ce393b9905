import type { ReactNode } from "react";

/** Text with a halo in the colour of its ground, so that lines pass behind it. */
export function Label(props: {
  x: number;
  y: number;
  anchor?: "start" | "middle" | "end";
  size?: number;
  className?: string; // its fill and weight
  children: ReactNode;
}) {
  return (
    <text
      x={props.x}
      y={props.y}
      textAnchor={props.anchor}
      fontSize={props.size ?? 11.5}
      paintOrder="stroke"
      strokeWidth={3}
      strokeLinejoin="round"
      className={`stroke-paper ${props.className ?? "fill-ink-2"}`}
    >
      {props.children}
    </text>
  );
}

/** Axis values: no halo, the faintest text allowed. */
export function AxisText(props: { x: number; y: number; anchor?: "start" | "middle" | "end"; children: ReactNode }) {
  return (
    <text x={props.x} y={props.y} textAnchor={props.anchor} fontSize={11} className="fill-ink-3">
      {props.children}
    </text>
  );
}
