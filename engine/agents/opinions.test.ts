import { describe, expect, test } from "vitest";
import { Draws, seedWords, streamOf } from "../random";
import { BUY, cents, lots, millionths, ticks } from "../units";
import { createParticipant } from "./create-participant";
import { PaperDesk } from "./paper-desk.oracle";
import type { Participant } from "./participant";
import type { ParticipantConfig } from "./participant-config";

const MINUTE = 60_000;
const funded = { benchmarks: ["PREM"], marginCash: cents(0), bankCash: cents(0), wakeEvery: MINUTE };
const drawsOf = (wake: number) => new Draws(seedWords("7"), streamOf("participant-1"), wake);
const make = (config: ParticipantConfig) => createParticipant(config, 1);

/** A market maker of the test: it stands ready on both sides of `middle`, afresh before each wake-up. */
function liveAt(
  participant: Participant,
  desk: PaperDesk,
  times: number,
  middle: (wake: number) => number,
  lotsShown = 50,
): void {
  for (let wake = 1; wake <= times; wake++) {
    const at = middle(wake);
    for (let slot = 0; slot < desk.months; slot++) desk.quoteOthers(slot, at - 2, at + 2, lotsShown);
    desk.now = Math.min(participant.wake(desk, drawsOf(wake)), desk.day.close - 1);
  }
}

const total = (desk: PaperDesk) =>
  Array.from({ length: desk.months }, (_, slot) => desk.net(slot)).reduce((a, b) => a + b, 0);

describe("a value trader", () => {
  const config: ParticipantConfig = {
    ...funded,
    kind: "value",
    signalError: millionths(1_000),
    edge: millionths(2_500),
    clipLots: lots(10),
    mostLots: lots(100),
  };

  test("buys what is cheaper than it believes, sells what is dearer, never more than its most", () => {
    for (const [middle, sign] of [
      [4450, 1],
      [4670, -1],
    ]) {
      const desk = new PaperDesk(2);
      liveAt(make(config), desk, 120, () => middle);
      for (const slot of [0, 1]) {
        expect(Math.sign(desk.net(slot))).toBe(sign);
        expect(Math.abs(desk.net(slot))).toBeLessThanOrEqual(100);
      }
    }
  });

  test("does nothing while the price is within its edge of fair value", () => {
    const desk = new PaperDesk(1);
    liveAt(make(config), desk, 120, () => 4559);
    expect(desk.commands).toBe(0);
  });

  test("gives back what it holds when the price has come back past what it believes", () => {
    const desk = new PaperDesk(1);
    const trader = make(config);
    liveAt(trader, desk, 60, () => 4450);
    const held = desk.net(0);
    liveAt(trader, desk, 60, () => 4600);
    expect(desk.net(0)).toBeLessThan(held / 2);
  });

  test("two of them do not believe the same", () => {
    const wide: ParticipantConfig = { ...config, signalError: millionths(20_000) };
    const nets = [1, 1000].map((from) => {
      const desk = new PaperDesk(1);
      const trader = make(wide);
      for (let wake = from; wake < from + 100; wake++) {
        desk.quoteOthers(0, 4557, 4561, 50);
        desk.now = Math.min(trader.wake(desk, drawsOf(wake)), desk.day.close - 1);
      }
      return desk.net(0);
    });
    expect(nets[0]).not.toBe(nets[1]);
  });
});

describe("a momentum trader", () => {
  const config: ParticipantConfig = {
    ...funded,
    kind: "momentum",
    threshold: millionths(4_000),
    clipLots: lots(5),
    mostLots: lots(40),
  };

  test("is long in a rise and short in a fall, in the month after the nearest, and out when the trend is over", () => {
    for (const sign of [1, -1]) {
      const desk = new PaperDesk(2);
      const trader = make(config);
      liveAt(trader, desk, 60, (wake) => 4559 + sign * wake);
      expect(Math.sign(desk.net(1))).toBe(sign);
      expect(desk.net(0)).toBe(0);
      liveAt(trader, desk, 200, () => 4559 + sign * 60);
      expect(Math.abs(desk.net(1))).toBeLessThan(6);
    }
  });

  test("does nothing while prices stand still", () => {
    const desk = new PaperDesk(2);
    liveAt(make(config), desk, 100, () => 4559);
    expect(desk.commands).toBe(0);
  });
});

describe("a spread arbitrageur", () => {
  const config: ParticipantConfig = {
    ...funded,
    kind: "arbitrage",
    edge: ticks(3),
    clipLots: lots(10),
    mostLots: lots(30),
  };

  test("sells the dear month and buys the cheap one in equal lots, up to its most", () => {
    const desk = new PaperDesk(2);
    const trader = make(config);
    for (let wake = 1; wake <= 20; wake++) {
      desk.quoteOthers(0, 4598, 4602, 50); // the expected difference is some ticks, this one is 50
      desk.quoteOthers(1, 4548, 4552, 50);
      desk.now = trader.wake(desk, drawsOf(wake));
    }
    expect([desk.net(0), desk.net(1)]).toEqual([-30, 30]);
  });

  test("trades no more than what is shown in both months", () => {
    const desk = new PaperDesk(2);
    desk.quoteOthers(0, 4598, 4602, 50);
    desk.quoteOthers(1, 4548, 4552, 4);
    make(config).wake(desk, drawsOf(1));
    expect([desk.net(0), desk.net(1)]).toEqual([-4, 4]);
  });

  test("leaves months alone whose difference is what is expected, spreads included", () => {
    const desk = new PaperDesk(3);
    const trader = make(config);
    for (let wake = 1; wake <= 50; wake++) {
      for (const slot of [0, 1, 2]) desk.quoteOthers(slot, 4557 + 9 * slot, 4561 + 9 * slot, 50); // the risk premium
      desk.now = trader.wake(desk, drawsOf(wake));
    }
    expect(desk.commands).toBe(0);
  });

  test("brings legs that do not balance back first", () => {
    const desk = new PaperDesk(2);
    desk.quoteOthers(0, 4557, 4561, 50);
    desk.quoteOthers(1, 4557, 4561, 50);
    desk.take(1, BUY, 4561, 7);
    make(config).wake(desk, drawsOf(1));
    expect(desk.net(0) + desk.net(1)).toBe(0);
  });
});

describe("the crowd that reads news", () => {
  const config: ParticipantConfig = {
    ...funded,
    kind: "crowd",
    delay: 10 * MINUTE,
    lotsPerPercent: lots(10),
    mostLots: lots(100),
  };

  test("does nothing while there is none", () => {
    const desk = new PaperDesk(2);
    liveAt(make(config), desk, 100, () => 4559);
    expect(desk.commands).toBe(0);
  });

  test.each([
    [1.05, 1],
    [0.95, -1],
  ])("trades in the direction of news that moves what is expected by the factor %f, over minutes", (factor, sign) => {
    const desk = new PaperDesk(2);
    const crowd = make(config);
    liveAt(crowd, desk, 5, () => 4559);
    desk.level = Math.round(desk.level * factor);
    const news = desk.now;
    liveAt(crowd, desk, 1, () => 4559);
    const atOnce = Math.abs(total(desk));
    while (desk.now < news + 20 * MINUTE) liveAt(crowd, desk, 1, () => 4559);
    expect(Math.sign(total(desk))).toBe(sign);
    expect(Math.abs(total(desk))).toBeGreaterThan(15);
    expect(atOnce).toBeLessThan(Math.abs(total(desk)));
  });

  test("gives it back within a day or so", () => {
    const desk = new PaperDesk(2);
    const crowd = make(config);
    liveAt(crowd, desk, 5, () => 4559);
    desk.level = Math.round(desk.level * 1.05);
    let most = 0;
    for (let i = 0; i < 320; i++) {
      liveAt(crowd, desk, 1, () => 4559);
      most = Math.max(most, total(desk));
    }
    expect(total(desk)).toBeLessThan(most / 2);
  });

  test("news too small to be noticed moves nobody", () => {
    const desk = new PaperDesk(2);
    const crowd = make(config);
    liveAt(crowd, desk, 5, () => 4559);
    desk.level = Math.round(desk.level * 1.0005);
    liveAt(crowd, desk, 60, () => 4559);
    expect(desk.commands).toBe(0);
  });
});

test("noise comes in clusters: its counts vary several times more than independent arrivals would", () => {
  const counts = new Array(400).fill(0);
  const trader = make({
    ...funded,
    kind: "noise",
    maxLots: lots(20),
    marketShare: millionths(1_000_000),
    branching: millionths(700_000),
  });
  const desk = new PaperDesk(1);
  const start = desk.now;
  let before = 0;
  let wake = 0;
  // One endless day: the venue's hours are not what is asked about.
  Object.assign(desk, { day: { ...desk.day, close: start + counts.length * 60 * MINUTE } });
  while (desk.now < desk.day.close) {
    desk.quoteOthers(0, 4557, 4561, 1000);
    const at = desk.now;
    before = desk.commands;
    desk.now = trader.wake(desk, drawsOf(++wake));
    if (desk.commands > before) counts[Math.floor((at - start) / (60 * MINUTE))]++;
  }
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  const variance = counts.reduce((sum, n) => sum + (n - mean) * (n - mean), 0) / counts.length;
  expect(mean).toBeGreaterThan(50); // one a minute on the whole
  expect(mean).toBeLessThan(70);
  expect(variance / mean).toBeGreaterThan(3);
});
