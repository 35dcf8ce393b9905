import { mount, preflight } from "@/server/api/mount";
import { listEquity } from "@/server/api/own-history";

export const GET = mount(listEquity);
export const OPTIONS = preflight;
