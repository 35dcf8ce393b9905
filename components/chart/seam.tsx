import { Label } from "./lettering";

/** The ground under everything simulated. */
export function SimulatedGround(props: { id: string; x: number; y: number; width: number; height: number }) {
  const { id, ...box } = props;
  return (
    <>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" strokeWidth="1.5" className="stroke-sim-hatch" />
        </pattern>
      </defs>
      <rect {...box} fill={`url(#${id})`} />
    </>
  );
}

/** Where measured history ends and the simulated market begins, written at its head. */
export function Seam(props: { x: number; top: number; bottom: number; measured: string; simulated: string }) {
  const { x, top, bottom } = props;
  return (
    <>
      <path d={`M${x} ${top}V${bottom}`} strokeWidth={1.5} className="stroke-ink" />
      <Label x={x - 8} y={top - 6} anchor="end" className="fill-ink font-medium">
        {props.measured}
      </Label>
      <Label x={x + 8} y={top - 6} className="fill-ink font-medium">
        {props.simulated}
      </Label>
    </>
  );
}
