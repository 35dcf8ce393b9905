import { mount, preflight } from "@/server/api/mount";
import { getPrices } from "@/server/api/prices";

export const GET = mount(getPrices);
export const OPTIONS = preflight;
