import { listFixings } from "@/server/api/market-history";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listFixings);
export const OPTIONS = preflight;
