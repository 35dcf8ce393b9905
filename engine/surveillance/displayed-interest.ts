import type { SideNo } from "../units";
import type { AccountDay, OwnTrade, RestingOrder, Withdrawal } from "./account-day";
import { atLeast, atMost, beside, deed, type Finding, holds, inOrder, orderDeeds, perMillion } from "./findings";
import type { DisplayedRules } from "./rules";

/**
 * 8.2, spoofing and layering: interest shown on one side, far beyond what the account deals in, and taken back as soon as
 * the account has traded on the other. Looked for as an own order is withdrawn, when all that decides is known.
 *
 * A market maker shows as much on either side, of orders of its usual size; that is why both are measured.
 */
export function falseInterest(
  day: AccountDay,
  withdrawn: Withdrawal,
  rules: DisplayedRules,
  shownByOthers: () => number,
): Finding | null {
  if (withdrawn.at - withdrawn.enteredAt > rules.lifetime) return null;
  const layers = layersOf(day, withdrawn, rules);
  const left = restingLayers(day, withdrawn, rules);
  const prices = new Set([...layers, ...left].map(({ price }) => price)).size;
  if (prices < rules.layers) return judge(day, "spoofing", [withdrawn], rules, shownByOthers);
  if (left.length > 0) return null; // what is left of the layers may yet trade
  return judge(day, "layering", layers, rules, shownByOthers);
}

function judge(
  day: AccountDay,
  pattern: "spoofing" | "layering",
  orders: readonly Withdrawal[],
  rules: DisplayedRules,
  shownByOthers: () => number,
): Finding | null {
  const { side } = orders[0];
  const shownFrom = Math.max(...orders.map(({ enteredAt }) => enteredAt));
  const shownTo = Math.min(...orders.map(({ at }) => at));
  const meanwhile = day.trading.filter((one) => one.side !== side && one.at >= shownFrom && one.at <= shownTo);
  const traded = sum(meanwhile, ({ lots }) => lots);
  if (traded === 0 || day.dealtOrders === 0) return null;
  const lots = sum(orders, (order) => order.lots);
  const otherSide = traded + sum(restingOn(day, side === 0 ? 1 : 0), (order) => order.lots);
  const figures = [
    ...(pattern === "layering"
      ? [atLeast("prices", new Set(orders.map(({ price }) => price)).size, rules.layers)]
      : []),
    atLeast("size-to-usual", perMillion(lots * day.dealtOrders, day.dealtLots), rules.sizeToUsual),
    atLeast("one-sidedness", perMillion(lots, otherSide), rules.oneSidedness),
    atLeast("share-of-side", perMillion(lots, lots + shownByOthers()), rules.shareOfSide),
    atLeast(
      "unfilled",
      perMillion(
        sum(orders, ({ open }) => open),
        lots,
      ),
      rules.unfilled,
    ),
    atMost("lifetime", Math.max(...orders.map(({ at, enteredAt }) => at - enteredAt)), rules.lifetime),
    beside("lots-on-other-side", traded),
  ];
  if (!figures.every(holds)) return null;
  return {
    pattern,
    from: Math.min(...orders.map(({ enteredAt }) => enteredAt)),
    to: Math.max(...orders.map(({ at }) => at)),
    figures,
    evidence: inOrder([
      ...orders.map((order) => orderDeeds(order)[0]),
      ...meanwhile.map((one: OwnTrade) => deed("traded", one)),
      ...orders.map((order) => orderDeeds(order)[1]),
    ]),
  };
}

/** Orders of its side that came and went with this one, itself included. */
const layersOf = (day: AccountDay, last: Withdrawal, { together, lifetime }: DisplayedRules): readonly Withdrawal[] =>
  day.withdrawals.filter(
    (one) =>
      one.side === last.side &&
      last.at - one.at <= together &&
      Math.abs(last.enteredAt - one.enteredAt) <= together &&
      one.at - one.enteredAt <= lifetime &&
      isOfOneSize(one.lots, last.lots),
  );

/** Orders of its side that came with this one and still stand. */
const restingLayers = (day: AccountDay, last: Withdrawal, { together }: DisplayedRules): readonly RestingOrder[] =>
  restingOn(day, last.side).filter(
    (one) => Math.abs(last.enteredAt - one.at) <= together && isOfOneSize(one.lots, last.lots),
  );

const restingOn = (day: AccountDay, side: SideNo): readonly RestingOrder[] =>
  [...day.resting.values()].filter((order) => order.side === side);

/** Layers are much of a size: a small order beside a large one is another matter. */
const isOfOneSize = (a: number, b: number): boolean => a <= 3 * b && b <= 3 * a;

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0);
