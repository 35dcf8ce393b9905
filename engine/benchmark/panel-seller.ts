import { assert } from "../assert";
import type { SellerConfig } from "../config";
import type { Hash } from "../digest";
import { addCause, type CausePart } from "../world/causes";
import type { Report } from "./screens";

export type SellerState = Omit<Seller, "due" | "owe" | "explain" | "save" | "hashInto"> & {
  readonly due?: readonly CausePart[];
};

/** A seller of a panel: what it asks, what counts of it, and why the two differ. */
export class Seller implements Report {
  readonly name: string;
  input: number;
  output: number;
  price: number;
  confirmed: number;
  sources = 2; // what a config or an entry brings is confirmed
  seen = 1;
  heldDays = 0;
  since: string | null = null;
  state: "in" | "out" | "left" = "in";
  /** Why the latest price is not the confirmed one: log parts. */
  private due: CausePart[] = [];

  constructor({ name, input, output }: SellerConfig, price: number) {
    assert(price > 0, `${name} asks a price`);
    this.name = name;
    this.input = input;
    this.output = output;
    this.price = price;
    this.confirmed = price;
  }

  owe(causes: readonly CausePart[]): void {
    for (const { cause, part } of causes) addCause(this.due, cause, part);
  }

  /** Its latest price counts: why it is what it is. */
  explain(): readonly CausePart[] {
    const { due } = this;
    if (due.length > 0) this.due = [];
    return due;
  }

  save(): SellerState {
    return { ...this, due: this.due.map((part) => ({ ...part })) };
  }

  static load({ due, ...saved }: SellerState): Seller {
    const seller = Object.assign(new Seller(saved, saved.confirmed), saved);
    seller.owe(due ?? []);
    return seller;
  }

  hashInto(hash: Hash): void {
    hash.number(this.input).number(this.output).number(this.confirmed).number(this.sources).number(this.seen);
    hash
      .number(this.heldDays)
      .text(this.since ?? "")
      .text(this.state);
    for (const { cause, part } of this.due) hash.text(cause).number(part);
  }
}
