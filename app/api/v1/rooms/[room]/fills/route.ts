import { mount, preflight } from "@/server/api/mount";
import { listFills } from "@/server/api/own-history";

export const GET = mount(listFills);
export const OPTIONS = preflight;
