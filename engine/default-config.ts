import { populations } from "./agents/populations";
import type { RoomConfig } from "./config";
import { cents, level, lots, millionths, ticks } from "./units";
import { defaultFactors, followersOf, hourPrices } from "./world/world-defaults";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The public room's rules and participants. Comments name the rule; a class changes what it likes. */
export const defaultRoomConfig: RoomConfig = {
  calendar: {
    firstDay: "2026-10-01", // 1.1
    preOpen: 8 * HOUR + 50 * MINUTE, // 1.2
    open: 9 * HOUR,
    closingWindow: 14 * HOUR + 45 * MINUTE,
    close: 15 * HOUR,
    fixing: 15 * HOUR + 30 * MINUTE,
  },
  benchmarks: [
    {
      id: "PREM",
      unit: "Mtok",
      currency: "USD",
      lotSize: 100, // 2.1
      tickDecimals: 3, // 2.2
      tickValue: cents(10), // 2.2
      fee: { taker: cents(5), maker: cents(1) }, // 4.1
      positionLimit: lots(2000), // 5.3
      positionLimitSettlementMonth: lots(500), // 5.3
      startLevel: level(455_901), // 3.5
      minSellers: 3, // 3.3
      oneGood: false,
      // List prices of 23 September 2026 under neutral names (3.5): 8, 4.5, 4 and 3 a slot.
      sellers: [
        { name: "Alder", input: 4, output: 20 },
        { name: "Birch", input: 2, output: 12 },
        { name: "Cedar", input: 2, output: 10 },
        { name: "Dogwood", input: 2, output: 6 },
      ],
      world: followersOf("Alder"),
    },
    {
      id: "CHNA",
      unit: "Mtok",
      currency: "USD",
      lotSize: 100, // 2.1
      tickDecimals: 3, // 2.2
      tickValue: cents(10), // 2.2
      fee: { taker: cents(5), maker: cents(1) }, // 4.1
      positionLimit: lots(2000), // 5.3
      positionLimitSettlementMonth: lots(500), // 5.3
      startLevel: level(190_583), // 3.5
      minSellers: 4, // 3.3
      oneGood: false,
      // As PREM's: 6, 3.75, 2.15, 0.99 and 0.525 a slot.
      sellers: [
        { name: "Bamboo", input: 3, output: 15, region: "CN" },
        { name: "Camellia", input: 2.5, output: 7.5, region: "CN" },
        { name: "Ginkgo", input: 1.4, output: 4.4, region: "CN" },
        { name: "Lotus", input: 0.66, output: 1.98, region: "CN" },
        { name: "Willow", input: 0.3, output: 1.2, region: "CN" },
      ],
      world: followersOf("Lotus"),
    },
    {
      id: "ECON",
      unit: "Mtok",
      currency: "USD",
      lotSize: 100, // 2.1
      tickDecimals: 4, // 2.2
      tickValue: cents(1), // 2.2
      fee: { taker: cents(1), maker: cents(0) }, // 4.1
      positionLimit: lots(20_000), // 5.3
      positionLimitSettlementMonth: lots(5_000), // 5.3
      startLevel: level(443_870), // 3.5
      minSellers: 4, // 3.3
      oneGood: false,
      // As PREM's: 2, 1.5, 0.33, 0.275, 0.2625, 0.2375 and 0.2 a slot.
      sellers: [
        { name: "Clover", input: 1, output: 5 },
        { name: "Fern", input: 0.75, output: 3.75 },
        { name: "Heather", input: 0.22, output: 0.66, region: "CN" },
        { name: "Ivy", input: 0.2, output: 0.5 },
        { name: "Moss", input: 0.15, output: 0.6 },
        { name: "Sedge", input: 0.15, output: 0.5, region: "CN" },
        { name: "Thyme", input: 0.1, output: 0.5 },
      ],
      world: followersOf("Heather"),
    },
    {
      id: "GPUH",
      unit: "h",
      currency: "USD",
      lotSize: 100, // 2.1
      tickDecimals: 3, // 2.2
      tickValue: cents(10), // 2.2
      fee: { taker: cents(5), maker: cents(1) }, // 4.1
      positionLimit: lots(2000), // 5.3
      positionLimitSettlementMonth: lots(500), // 5.3
      startLevel: level(378_900), // 3.5
      minSellers: 4, // 3.3
      oneGood: true, // 3.2
      sellers: [
        { name: "Basalt", input: 2.99, output: 0 },
        { name: "Chalk", input: 3.19, output: 0 },
        { name: "Dolomite", input: 3.39, output: 0 },
        { name: "Feldspar", input: 3.59, output: 0 },
        { name: "Gneiss", input: 3.79, output: 0 },
        { name: "Jasper", input: 3.99, output: 0 },
        { name: "Marble", input: 4.25, output: 0 },
        { name: "Pumice", input: 4.49, output: 0 },
        { name: "Slate", input: 4.79, output: 0 },
      ],
      world: hourPrices,
    },
  ],
  factors: defaultFactors,
  listing: { months: 6, quarters: 2 }, // 2.3
  orders: {
    marketProtection: millionths(20_000), // 4.3
    priceBand: millionths(30_000), // 4.3
    maxLots: lots(10_000), // 4.2
    clientIdDays: 2, // 4.6
  },
  limits: {
    steps: [millionths(100_000), millionths(130_000), millionths(150_000)], // 5.1, 5.2
    lockWindow: 5 * MINUTE, // 5.2
  },
  settlement: {
    minLots: lots(10), // 6.1
    minPairs: 2, // 6.1
    maxSpread: millionths(10_000), // 6.1
    maxSpreadTicks: ticks(2), // 6.1
  },
  margin: {
    overLimit: millionths(20_000), // 7.2
    maintenance: millionths(800_000), // 7.2
    spreadCredit: millionths(750_000), // 7.3
    checkEvery: 30 * SECOND, // 7.5
    callTime: 30 * MINUTE, // 7.5
    closeOutAtOnce: millionths(500_000), // 7.5
    closeOutEvery: 30 * SECOND, // 7.5
    closeOutShare: millionths(200_000), // 7.5
    closeOutBand: millionths(10_000), // 7.5
  },
  money: { marginCash: cents(5_000_000), bankCash: cents(5_000_000), fund: cents(25_000_000) }, // 7.1, 7.6
  participants: populations.calm,
};
