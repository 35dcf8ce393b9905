import { listTrades } from "@/server/api/market-history";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listTrades);
export const OPTIONS = preflight;
