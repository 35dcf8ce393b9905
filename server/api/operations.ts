import { getAccount, postTransfer } from "./account";
import { listAlerts } from "./alerts";
import type { Handler } from "./endpoint";
import { explainFill, explainMarginCall, listMarginCalls } from "./explanations";
import { getFinalSettlement } from "./final-settlement";
import { haltContract, resumeContract } from "./halts";
import { getLeaderboard } from "./leaderboard";
import { getBook, listBenchmarks, listContracts } from "./market";
import { listCandles, listFixings, listNews, listTrades } from "./market-history";
import { meOperations } from "./me";
import { listMoves } from "./moves";
import { getOrder, listOrders } from "./order-history";
import { cancelAllOrders, cancelOrder, placeOrders, previewOrder, replaceOrder } from "./orders";
import { listEquity, listFills, listLedger } from "./own-history";
import { placeOco, placeSpread, previewSpread } from "./paired-orders";
import { getPriceFile, getPrices } from "./prices";
import { getRoom, listRooms, postJoin } from "./rooms";
import { getScenario, listRoomScenarios, listScenarios, startScenario } from "./scenarios";
import { getHealth } from "./service";
import { getStream } from "./stream/endpoint";

/** Every operation of the API, in the order it is documented. */
export const operations: readonly Handler[] = [
  listRooms,
  getRoom,
  postJoin,
  listContracts,
  haltContract,
  resumeContract,
  startScenario,
  listRoomScenarios,
  listBenchmarks,
  getBook,
  listTrades,
  listCandles,
  listFixings,
  listMoves,
  getFinalSettlement,
  listNews,
  listAlerts,
  getLeaderboard,
  getStream,
  placeOrders,
  placeOco,
  placeSpread,
  previewSpread,
  previewOrder,
  listOrders,
  getOrder,
  replaceOrder,
  cancelOrder,
  cancelAllOrders,
  getAccount,
  listEquity,
  postTransfer,
  listFills,
  explainFill,
  listLedger,
  listMarginCalls,
  explainMarginCall,
  ...meOperations,
  listScenarios,
  getScenario,
  getPrices,
  getPriceFile,
  getHealth,
];
