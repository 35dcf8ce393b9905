import { BUY, SELL, type SideNo } from "../units";
import type { AccountDay } from "./account-day";
import { atLeast, atMost, beside, deed, type Finding, holds, inOrder, orderDeeds, perMillion } from "./findings";
import type { OwnOrder } from "./own-orders";
import type { DisplayedRules } from "./rules";

/**
 * Whether an own order just withdrawn is worth a look: it stood for no longer than the rule says, its owner traded across
 * meanwhile, and with what else went with it, it was large beside what that owner deals in. Almost all fail here.
 */
export function mayDeceive(day: AccountDay, order: OwnOrder, rules: DisplayedRules): boolean {
  const { side, at, leftAt } = order;
  if (leftAt - at > rules.lifetime || day.dealtOrders === 0 || !day.trading.across(side, at)) return false;
  const { withdrawn } = day.own;
  let lots = 0;
  for (let i = withdrawn.length - 1; i >= 0 && leftAt - withdrawn[i].leftAt <= rules.together; i--) {
    if (withdrawn[i].side === side) lots += withdrawn[i].lots;
  }
  return perMillion(lots * day.dealtOrders, day.dealtLots) >= rules.sizeToUsual;
}

/**
 * 8.2, spoofing and layering: interest shown on one side, far beyond what the account deals in, and taken back as soon as
 * the account has traded on the other. Looked for as an own order is withdrawn (one that `mayDeceive`), when all that decides
 * is known. `shownByOthers`: lots at the near prices of its side.
 *
 * A market maker shows as much on either side, of orders of its usual size; that is why both are measured.
 */
export function falseInterest(
  day: AccountDay,
  withdrawn: OwnOrder,
  rules: DisplayedRules,
  shownByOthers: () => number,
): Finding | null {
  const layers = layersOf(day, withdrawn, rules);
  const left = restingLayers(day, withdrawn, rules);
  const prices = pricesOf([...layers, ...left]);
  if (prices < rules.layers) return judge(day, "spoofing", [withdrawn], rules, shownByOthers);
  if (left.length > 0) return null; // what is left of the layers may yet trade
  return judge(day, "layering", layers, rules, shownByOthers);
}

function judge(
  day: AccountDay,
  pattern: "spoofing" | "layering",
  orders: readonly OwnOrder[],
  rules: DisplayedRules,
  shownByOthers: () => number,
): Finding | null {
  const { side } = orders[0];
  const lots = sum(orders, (order) => order.lots);
  const toUsual = atLeast("size-to-usual", perMillion(lots * day.dealtOrders, day.dealtLots), rules.sizeToUsual);
  if (!holds(toUsual)) return null;
  const shownFrom = Math.max(...orders.map(({ at }) => at));
  const shownTo = Math.min(...orders.map(({ leftAt }) => leftAt));
  const meanwhile = day.trading.list().filter((one) => one.side !== side && one.at >= shownFrom && one.at <= shownTo);
  const traded = sum(meanwhile, (one) => one.lots);
  if (traded === 0) return null;
  const otherSide = traded + sum(restingOn(day, side === BUY ? SELL : BUY), (order) => order.lots);
  const figures = [
    ...(pattern === "layering" ? [atLeast("prices", pricesOf(orders), rules.layers)] : []),
    toUsual,
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
    atMost("lifetime", Math.max(...orders.map(({ at, leftAt }) => leftAt - at)), rules.lifetime),
    beside("lots-on-other-side", traded),
  ];
  if (!figures.every(holds)) return null;
  return {
    pattern,
    from: Math.min(...orders.map(({ at }) => at)),
    to: Math.max(...orders.map(({ leftAt }) => leftAt)),
    figures,
    evidence: inOrder([
      ...orders.map((order) => orderDeeds(order)[0]),
      ...meanwhile.map((one) => deed("traded", one)),
      ...orders.map((order) => orderDeeds(order)[1]),
    ]),
  };
}

/** Orders of its side that came and went with this one, itself included. */
const layersOf = (day: AccountDay, last: OwnOrder, { together, lifetime }: DisplayedRules): readonly OwnOrder[] =>
  day.own.withdrawn.filter(
    (one) =>
      one.side === last.side &&
      last.leftAt - one.leftAt <= together &&
      Math.abs(last.at - one.at) <= together &&
      one.leftAt - one.at <= lifetime &&
      isOfOneSize(one.lots, last.lots),
  );

/** Orders of its side that came with this one and still stand. */
const restingLayers = (day: AccountDay, last: OwnOrder, { together }: DisplayedRules): readonly OwnOrder[] =>
  restingOn(day, last.side).filter((one) => Math.abs(last.at - one.at) <= together && isOfOneSize(one.lots, last.lots));

const restingOn = (day: AccountDay, side: SideNo): readonly OwnOrder[] =>
  day.own.resting.filter((order) => order.side === side);

/** Layers are much of a size: a small order beside a large one is another matter. */
const isOfOneSize = (a: number, b: number): boolean => a <= 3 * b && b <= 3 * a;

const pricesOf = (orders: readonly OwnOrder[]): number => new Set(orders.map(({ price }) => price)).size;

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0);
