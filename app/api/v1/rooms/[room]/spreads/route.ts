import { mount, preflight } from "@/server/api/mount";
import { placeSpread } from "@/server/api/paired-orders";

export const POST = mount(placeSpread);
export const OPTIONS = preflight;
