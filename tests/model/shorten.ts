import type { Step, Wish } from "./steps";

/**
 * The same failure with less of a history: steps are left out, then what is special about the orders that remain.
 * fast-check shrinks values first, which takes it long where each try costs a venue.
 */
export function shorten(steps: readonly Step[], fails: (steps: readonly Step[]) => boolean): readonly Step[] {
  let left = steps;
  for (let length = Math.ceil(left.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    left = leaveOut(left, length, fails);
  }
  left = makePlain(left, fails);
  return leaveOut(left, 1, fails);
}

/** Leaves out runs of `length` steps, from the end, as long as it still fails. */
function leaveOut(steps: readonly Step[], length: number, fails: (steps: readonly Step[]) => boolean) {
  let left = steps;
  for (let from = Math.max(0, left.length - length); from >= 0; from -= length) {
    const without = [...left.slice(0, from), ...left.slice(from + length)];
    if (fails(without)) left = without;
    if (from > 0 && from < length) from = length;
  }
  return left;
}

const plainer: readonly Partial<Wish>[] = [
  { selfTrade: "newest" },
  { timeInForce: "gtc" },
  { display: null },
  { clientId: null },
  { postOnly: false },
  { reduceOnly: false },
  { kind: "limit" },
  { lots: 1 },
  { lots: 2 },
];

function makePlain(steps: readonly Step[], fails: (steps: readonly Step[]) => boolean): readonly Step[] {
  let left = steps;
  const attempt = (i: number, plain: (step: Step) => Step) => {
    const changed = left.with(i, plain(left[i]));
    if (JSON.stringify(changed) !== JSON.stringify(left) && fails(changed)) left = changed;
  };
  for (let i = 0; i < left.length; i++) {
    attempt(i, (step) => (step.do === "order" ? { ...step, exits: null } : step));
    attempt(i, (step) => (step.do === "oco" ? { ...step, do: "order", order: step.orders[0], exits: null } : step));
    for (const change of plainer) attempt(i, (step) => plain(step, change));
  }
  return left;
}

function plain(step: Step, change: Partial<Wish>): Step {
  if (step.do === "order") return { ...step, order: { ...step.order, ...change } };
  if (step.do !== "oco") return step;
  const [first, second] = step.orders;
  return {
    ...step,
    orders: [
      { ...first, ...change },
      { ...second, ...change },
    ],
  };
}
