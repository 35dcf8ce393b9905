import { lots, millionths } from "../units";
import type { SurveillanceRules } from "./rules";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * 8.1: the numeric triggers of Chinese futures exchanges for abnormal trading, 5 self-trades and 500 cancellations a day
 * per contract (domain brief, section d). 8.2: what CFTC's guidance of 28 May 2013 looks at (intent to cancel before
 * execution, market context, the pattern of activity) as numbers; which numbers is this venue's choice.
 */
export const defaultSurveillance: SurveillanceRules = {
  counters: { cancellations: 500, selfTrades: 5 },
  displayed: {
    lifetime: 5 * MINUTE,
    unfilled: millionths(900_000),
    sizeToUsual: millionths(5_000_000),
    oneSidedness: millionths(5_000_000),
    shareOfSide: millionths(250_000),
    nearPrices: 20,
    layers: 3,
    together: MINUTE,
  },
  wash: {
    matchedTrades: 4,
    together: MINUTE,
    window: 15 * MINUTE,
    shareOfOwn: millionths(500_000),
    netChange: millionths(100_000),
  },
  close: {
    shareOfWindow: millionths(300_000),
    ownTaking: millionths(500_000),
    takingOrders: 4,
    pricePush: millionths(500),
    positionToTaken: millionths(1_000_000),
    leastLots: lots(10),
  },
};
