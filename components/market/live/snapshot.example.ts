import type { ContractQuote } from "@/wire/views";
import type { Snapshot } from "./reduce";

/** A room on day 34, with the figures of the worked examples: what tests start from. */
export function exampleSnapshot(): Snapshot {
  return {
    event: "snapshot",
    seq: 900,
    room: {
      id: "public",
      title: "Public room",
      kind: "public",
      state: "live",
      day: 34,
      date: "2026-11-17",
      roomTime: "2026-11-17T11:42:06.000Z",
      phase: "continuous",
      nextPhaseAt: "2026-11-17T14:45:00.000Z",
      speed: 6.5,
      seedCommit: "9f2b6c1d",
      seq: 900,
      seam: "2026-09-23",
    },
    contracts: [
      quote("PREM-NOV26", "2026-11", "4.606", "4.604", 5630),
      quote("PREM-DEC26", "2026-12", "4.638", "4.612", 11206),
      quote("PREM-MAR27", "2027-03", "4.577", "4.561", 6385),
    ],
    books: [
      {
        symbol: "PREM-DEC26",
        bids: [
          ["4.636", 34, 2],
          ["4.630", 140, 5],
        ],
        asks: [
          ["4.639", 25, 1],
          ["4.640", 38, 3],
        ],
        seq: 900,
        roomTime: "2026-11-17T11:42:06.000Z",
      },
    ],
    benchmarks: [
      {
        id: "PREM",
        unit: "Mtok",
        level: "4.55500",
        date: "2026-11-16",
        withheldDays: 0,
        sellers: [{ name: "Alder", input: "2.50", output: "10.00", slotPrice: "4.375", since: "2026-11-09" }],
      },
    ],
    account: {
      equity: "21784.85",
      marginCash: "21480.35",
      bankCash: "79640.00",
      wealth: "101424.85",
      deposits: "100000.00",
      requirement: "15679.90",
      maintenance: "12543.92",
      free: "6104.95",
      transferable: "6104.95",
      call: null,
      positions: [],
      seq: 900,
      roomTime: "2026-11-17T11:42:06.000Z",
    },
    orders: [],
    trades: [
      {
        seq: 899,
        symbol: "PREM-DEC26",
        price: "4.638",
        lots: 12,
        aggressor: "buy",
        roomTime: "2026-11-17T11:41:58.000Z",
      },
    ],
  };
}

function quote(symbol: string, month: string, last: string, settlement: string, openInterest: number): ContractQuote {
  return {
    symbol,
    benchmark: "PREM",
    month,
    unit: "Mtok",
    lotSize: 100,
    tick: "0.001",
    tickValue: "0.10",
    currency: "USD",
    lastTradingDay: `${month}-30`,
    settlementMonth: month === "2026-11",
    last,
    mark: last,
    bid: "4.636",
    ask: "4.639",
    settlement,
    settlementDate: "2026-11-16",
    change: "0.026",
    changePercent: "0.56",
    limitLow: "4.151",
    limitHigh: "5.073",
    limitPercent: "10",
    locked: null,
    high: "4.644",
    low: "4.611",
    volume: 3482,
    openInterest,
    initialMargin: "87.26",
    feeTaker: "0.05",
    feeMaker: "0.01",
    fixingsKnown: month === "2026-11" ? 11 : 0,
    fixingsTotal: 21,
    fixingsMean: month === "2026-11" ? "4.654" : null,
    benchmarkLevel: "4.55500",
    basis: "0.083",
  };
}
