import { listCandles } from "@/server/api/market-history";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listCandles);
export const OPTIONS = preflight;
