import { mount, preflight } from "@/server/api/mount";
import { placeOco } from "@/server/api/paired-orders";

export const POST = mount(placeOco);
export const OPTIONS = preflight;
