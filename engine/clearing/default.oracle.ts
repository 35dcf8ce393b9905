import { type Holding, requirementByTheRule } from "./requirement.oracle";

/** An account after a settlement was paid: its cash, what the settlement paid it, and what it holds in each contract. */
export interface Member {
  margin: number;
  bank: number;
  readonly gain: number;
  readonly holdings: Holding[]; // one for each contract, in the order of the contracts
}

/**
 * Rule 7.6 as it is written, lot by lot and cent by cent, for clarity alone. Everything has just been settled, so equity
 * is margin cash. Changes the members and returns what is left of the fund.
 */
export function defaultsByTheRule(members: Member[], fund: number): number {
  const defaulters = members.filter((member) => member.margin < 0);
  for (const member of defaulters) {
    member.holdings.forEach((holding, slot) => {
      member.holdings[slot] = { ...holding, bids: 0, offers: 0, reducingBids: 0, reducingOffers: 0 };
    });
  }
  for (const member of defaulters) {
    for (let slot = 0; slot < member.holdings.length; slot++) closeLotByLot(member, slot, members, defaulters);
  }
  let missing = 0;
  for (const member of defaulters) {
    while (member.margin < 0 && member.bank > 0) {
      const paid = Math.min(-member.margin, member.bank);
      member.bank -= paid;
      member.margin += paid;
    }
    missing -= member.margin;
    member.margin = 0;
  }
  const fromFund = Math.min(fund, missing);
  takeFromGains(members, missing - fromFund);
  return fund - fromFund;
}

function closeLotByLot(member: Member, slot: number, members: Member[], defaulters: Member[]): void {
  const towardsZero = member.holdings[slot].net > 0 ? -1 : 1;
  const opposite = members
    .filter((other) => Math.sign(other.holdings[slot].net) === towardsZero)
    .sort((a, b) => {
      const late = (other: Member) => (defaulters.includes(other) ? 0 : 1);
      if (late(a) !== late(b)) return late(a) - late(b);
      return (late(a) === 0 ? 0 : better(a, b)) || members.indexOf(a) - members.indexOf(b);
    });
  while (member.holdings[slot].net !== 0) {
    const against = opposite.find((other) => other.holdings[slot].net !== 0)!;
    move(member, slot, towardsZero);
    move(against, slot, -towardsZero);
  }
}

function move(member: Member, slot: number, lots: number): void {
  member.holdings[slot] = { ...member.holdings[slot], net: member.holdings[slot].net + lots };
}

/** Negative if `a` has more equity for each cent of its requirement. */
function better(a: Member, b: Member): number {
  const [here, there] = [a, b].map((member) => BigInt(requirementByTheRule(member.holdings)));
  const difference = BigInt(b.margin) * here - BigInt(a.margin) * there;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function takeFromGains(members: Member[], missing: number): void {
  const shares = members.map((member) => ({ member, gain: Math.max(0, Math.min(member.gain, member.margin)) }));
  const gains = shares.reduce((sum, { gain }) => sum + gain, 0);
  if (missing === 0) return;
  const owed = shares.map(({ member, gain }, order) => {
    const product = BigInt(missing) * BigInt(gain);
    const whole = product / BigInt(gains);
    return { member, order, whole: Number(whole), rest: product - whole * BigInt(gains) };
  });
  let cents = missing;
  for (const { member, whole } of owed) {
    member.margin -= whole;
    cents -= whole;
  }
  owed.sort((a, b) => Number(b.rest > a.rest) - Number(b.rest < a.rest) || a.order - b.order);
  for (const { member } of owed.slice(0, cents)) member.margin -= 1;
}
