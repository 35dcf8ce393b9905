import { CLOSING_OUT } from "../clearing/liquidation";
import type { MarginExplanation, MarginFigures, MarginStep, PositionAtMark, Watch } from "../explanations";
import { mulDivCeil } from "../integers";
import type { AccountNo, Cents, Lots, RoomTime, SideNo, Ticks } from "../units";
import { BUY, SELL, sideName } from "../units";
import type { FillReport } from "../views";
import type { Exchange } from "./exchange";
import type { Witness } from "./witness";

const MILLION = 1_000_000;

/** What the check of margin does to accounts (7.5), told as it does it. It changes nothing by being told. */
export interface MarginListener {
  /** An account's orders are about to end; then they have. */
  cancelling(account: number): void;
  cancelled(account: number, keptReducing: boolean): void;
  called(account: number, amount: number, deadline: number, eventSeq: number): void;
  /** The venue's next order, before it is entered. */
  stepped(account: number, slot: number, side: SideNo, lots: number, limit: number, inLock: boolean): void;
  /** That order has traded what it could at once. */
  stepEnded(account: number): void;
  callMet(account: number): void;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** What is remembered of a case. Plain JSON. */
interface MarginNotes {
  /** Before the check that led to the call. */
  found: { readonly figures: MarginFigures; readonly positions: readonly PositionAtMark[] } | null;
  told: Draft<Omit<MarginExplanation, "steps">> | null;
  steps: MarginStep[];
  /** Lots of each position as the close-out began. */
  began: { readonly contract: string; readonly lots: number }[];
}

/** Tells the story of one margin call of one account, known by the number of its event, to its end. */
export class MarginWitness implements Witness, MarginListener, Watch<MarginExplanation> {
  private readonly seen: MarginNotes;
  /** As orders are about to end: how many are open, and the figures they are ended for. */
  private open = 0;
  private before: MarginFigures = { equity: 0, requirement: 0, maintenance: 0 } as unknown as MarginFigures;

  constructor(
    private readonly exchange: Exchange,
    private readonly account: number,
    private readonly callSeq: number,
    notes?: unknown,
  ) {
    this.seen = (notes as MarginNotes | undefined) ?? { found: null, told: null, steps: [], began: [] };
  }

  get done(): boolean {
    return this.seen.told !== null && this.seen.told.ended !== null;
  }

  explanation(): MarginExplanation | null {
    const { told, steps } = this.seen;
    return told && { ...told, steps };
  }

  notes(): unknown {
    return this.seen;
  }

  cancelling(account: number): void {
    if (account !== this.account || this.done) return;
    const { seen, exchange } = this;
    this.open = exchange.records.openOrders(account).length;
    this.before = this.figures();
    if (seen.told !== null) return;
    seen.found = { figures: this.before, positions: this.positions() };
    seen.steps = [];
  }

  cancelled(account: number, keptReducing: boolean): void {
    if (account !== this.account || this.done) return;
    const { exchange, seen } = this;
    const orders = this.open - exchange.records.openOrders(account).length;
    if (orders > 0) this.add({ kind: "orders-cancelled", orders, keptReducing });
    const stage = exchange.liquidation.stage(account);
    if (seen.told !== null && stage === CLOSING_OUT && seen.began.length === 0) this.closeOutBegins();
  }

  called(account: number, amount: number, deadline: number, eventSeq: number): void {
    const { seen } = this;
    if (account !== this.account || eventSeq !== this.callSeq || seen.found === null) return;
    const { figures, positions } = seen.found;
    seen.told = { account: account as AccountNo, eventSeq, found: figures, positions, ended: null };
    this.add({ kind: "called", amount: amount as Cents, deadline: deadline as RoomTime });
  }

  stepped(account: number, slot: number, side: SideNo, lots: number, limit: number, inLock: boolean): void {
    if (!this.follows(account)) return;
    const { exchange, seen } = this;
    const { symbol: contract, mark, book } = exchange.market(slot);
    const began = seen.began.find((position) => position.contract === contract)?.lots ?? 0;
    this.add({
      kind: "close-out-order",
      contract,
      side: sideName(side),
      lots: lots as Lots,
      limit: limit as Ticks,
      mark: mark as Ticks,
      share: mulDivCeil(began, exchange.config.margin.closeOutShare, MILLION) as Lots,
      left: Math.abs(exchange.accounts.net(account, slot)) as Lots,
      shown: inLock ? null : (book.lotsWithin(side === SELL ? BUY : SELL, limit) as Lots),
      fills: [],
    });
  }

  /** A fill while the account is closed out is of the venue's last order there: nobody else's may rest. */
  filled({ account, contract, at, price, lots }: FillReport): void {
    if (!this.follows(account) || this.exchange.liquidation.stage(account) !== CLOSING_OUT) return;
    const { steps } = this.seen;
    for (let i = steps.length - 1; i >= 0; i--) {
      const step = steps[i];
      if (step.kind !== "close-out-order" || step.contract !== contract) continue;
      steps[i] = { ...step, fills: [...step.fills, { at, price, lots }] };
      return;
    }
  }

  stepEnded(account: number): void {
    const { steps } = this.seen;
    const last = steps.at(-1);
    if (!this.follows(account) || last?.kind !== "close-out-order") return;
    steps[steps.length - 1] = { ...last, after: this.figures() };
  }

  callMet(account: number): void {
    if (!this.follows(account)) return;
    this.add({ kind: "met" });
    this.end("met");
  }

  defaulted(account: number, deficit: number, fromBank: number, fromFund: number, fromGains: number): void {
    if (!this.follows(account)) return;
    this.add({
      kind: "defaulted",
      deficit: deficit as Cents,
      fromBank: fromBank as Cents,
      fromFund: fromFund as Cents,
      fromGains: fromGains as Cents,
    });
    this.end("default");
  }

  private follows(account: number): boolean {
    return account === this.account && this.seen.told !== null && !this.done;
  }

  private closeOutBegins(): void {
    const { exchange, seen } = this;
    const { equity } = this.before;
    const positions = this.positions();
    seen.began = positions.map(({ contract, net }) => ({ contract, lots: Math.abs(net) }));
    const { closeOutAtOnce } = exchange.config.margin;
    const bound = mulDivCeil(this.before.maintenance, closeOutAtOnce, MILLION) as Cents;
    const called = seen.steps.find((step) => step.kind === "called");
    // A deadline that is the moment of the call was never given: equity was critical already.
    const given = called?.kind === "called" && called.deadline > called.at;
    const passed = given && called.deadline <= exchange.log.now;
    this.add({ kind: "close-out-begun", why: passed ? "deadline" : "critical", equity, bound, positions });
  }

  private end(how: "met" | "default"): void {
    if (this.seen.told) this.seen.told.ended = how;
  }

  private add(
    step: MarginStep extends infer S ? (S extends MarginStep ? Omit<S, "at" | "after"> : never) : never,
  ): void {
    const at = this.exchange.log.now as RoomTime;
    this.seen.steps.push({ at, after: this.figures(), ...step } as MarginStep);
  }

  private figures(): MarginFigures {
    const { accounts } = this.exchange;
    const [equity, requirement] = [accounts.equity(this.account), accounts.requirement(this.account)];
    return { equity, requirement, maintenance: accounts.maintenance(this.account) } as MarginFigures;
  }

  private positions(): PositionAtMark[] {
    const { accounts } = this.exchange;
    return this.exchange
      .listed()
      .map((market) => ({ market, net: accounts.net(this.account, market.slot) }))
      .filter(({ net }) => net !== 0)
      .map(({ market, net }) => ({
        contract: market.symbol,
        net: net as Lots,
        mark: market.mark as Ticks,
        settlement: market.settlement as Ticks,
        initial: market.initial as Cents,
      }));
  }
}
