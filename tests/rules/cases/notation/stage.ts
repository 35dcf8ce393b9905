import type { RoomConfig } from "@/engine/config";
import type { RoomEvent } from "@/engine/events";
import type { AccountNo, OrderId, OwnerNo, RoomTime } from "@/engine/units";
import type { OrderReport } from "@/engine/views";
import { Venue } from "../../venue";
import type { Given } from "./rules-given";
import { momentOf } from "./words";

/** A room, who is in it by name, and the orders that a case has named. */
export class Stage {
  readonly venue: Venue;
  private readonly accounts = new Map<string, AccountNo>();
  private readonly orders = new Map<string, { readonly account: AccountNo; readonly id: OrderId }>();
  /** How many events of each subject the case has looked at. */
  private readonly seen = new Map<string, number>();
  /** A room begins in the first moment of day 1, so that is where "at 08:50" leads before anything else. */
  private begun = false;

  constructor({ config, money }: Given, people: readonly string[]) {
    this.venue = new Venue(config, "cases", "first moment");
    for (const [i, name] of people.entries()) {
      if (money.size > 0) this.venue.restart({ ...config, money: { ...config.money, ...money.get(name) } });
      const opened = this.venue.send({ kind: "open-account", owner: (i + 1) as OwnerNo });
      if (opened.kind !== "account-opened") throw new Error(`${name} has no account`);
      this.accounts.set(name, opened.account);
    }
    if (money.size > 0) this.venue.restart(config);
  }

  get now(): RoomTime {
    return this.venue.room.now;
  }

  get config(): RoomConfig {
    return this.venue.room.config;
  }

  /** Goes to a time of day, today's or, once that is past, the next trading day's; or to a moment with its date. */
  goTo(moment: string): void {
    if (moment.includes("T")) this.venue.wait((momentOf(moment, this.now) - this.now) / 1000);
    else if (this.begun || momentOf(moment, this.now) !== this.now) {
      const [hour, minute, second = 0] = moment.split(":").map(Number);
      this.venue.at(hour, minute, second);
    }
    this.begun = true;
  }

  account(name: string): AccountNo {
    const account = this.accounts.get(name);
    if (account === undefined) throw new Error(`nobody is called "${name}"`);
    return account;
  }

  nameOf(account: number): string {
    for (const [name, no] of this.accounts) if (no === account) return name;
    throw new Error(`account ${account} has no name`);
  }

  /** From now on the order goes by this name. */
  name(label: string, order: OrderReport): void {
    if (!/^[A-Z][a-z0-9]?$/.test(label)) throw new Error(`"${label}" is not a name of an order: write A, or B2`);
    this.orders.set(label, { account: order.account, id: order.id });
  }

  isOrder(label: string): boolean {
    return this.orders.has(label);
  }

  orderId(label: string): OrderId {
    const named = this.orders.get(label);
    if (!named) throw new Error(`no order is called "${label}"`);
    return named.id;
  }

  ownerOf(label: string): AccountNo {
    this.orderId(label);
    return (this.orders.get(label) as { account: AccountNo }).account;
  }

  /** Null once the venue has forgotten it (4.6). */
  order(label: string): OrderReport | null {
    return this.venue.room.order(this.ownerOf(label), this.orderId(label));
  }

  labelOf(id: OrderId): string {
    for (const [label, order] of this.orders) if (order.id === id) return label;
    return `order ${id}`;
  }

  /** Events of this kind that the case has not asked about yet; `of` keeps those of one contract apart. */
  news<Kind extends RoomEvent["kind"]>(
    kind: Kind,
    of: string,
    matches: (event: Extract<RoomEvent, { kind: Kind }>) => boolean,
  ): Extract<RoomEvent, { kind: Kind }>[] {
    const all = this.venue.of(kind).filter(matches);
    const fresh = all.slice(this.seen.get(`${kind} ${of}`) ?? 0);
    this.seen.set(`${kind} ${of}`, all.length);
    return fresh;
  }
}
