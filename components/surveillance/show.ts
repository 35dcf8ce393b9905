import type { AlertDeedView, AlertView } from "@/wire/views";

/** What an alert's evidence comes to as a picture: orders as they stood, trades where they were, prices around them. */
export interface Standing {
  readonly side: "buy" | "sell";
  readonly price: number;
  readonly lots: number;
  readonly from: number;
  readonly to: number;
}

export interface Mark {
  readonly kind: "traded" | "prevented";
  readonly side: "buy" | "sell";
  readonly price: number;
  readonly lots: number;
  readonly at: number;
}

export interface Minute {
  readonly at: string;
  readonly close: string;
}

/** Orders stand from their entry to their withdrawal, each entry with the first withdrawal on its side and price after it. */
export function standingsOf({ evidence, to }: Pick<AlertView, "evidence" | "to">): Standing[] {
  const gone = evidence.filter(({ act }) => act === "withdrawn");
  return evidence.flatMap((entered) => {
    if (entered.act !== "entered" || entered.price === null) return [];
    const place = gone.findIndex((left) => isSameOrder(entered, left));
    const [left] = place < 0 ? [] : gone.splice(place, 1);
    const { side, price, lots, roomTime } = entered;
    return { side, price: Number(price), lots, from: Date.parse(roomTime), to: Date.parse(left?.roomTime ?? to) };
  });
}

const isSameOrder = (entered: AlertDeedView, left: AlertDeedView): boolean =>
  entered.side === left.side &&
  entered.price === left.price &&
  entered.party === left.party &&
  Date.parse(left.roomTime) >= Date.parse(entered.roomTime);

/** Trades of the first of two: the other's are the same from the other side. */
export const marksOf = ({ evidence }: Pick<AlertView, "evidence">): Mark[] =>
  evidence.flatMap(({ act, party, side, price, lots, roomTime }) =>
    (act === "traded" || act === "prevented") && price !== null && party === 0
      ? { kind: act, side, price: Number(price), lots, at: Date.parse(roomTime) }
      : [],
  );

const LEAST_SPAN = 60_000;

/** The moments it shows: the alert's own, with a sixth of them on either side. */
export function spanOf({ from, to }: Pick<AlertView, "from" | "to">): readonly [from: number, to: number] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const beside = Math.max(LEAST_SPAN, last - first) / 6;
  return [first - beside, last + beside];
}
