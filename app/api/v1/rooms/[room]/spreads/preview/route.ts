import { mount, preflight } from "@/server/api/mount";
import { previewSpread } from "@/server/api/paired-orders";

export const POST = mount(previewSpread);
export const OPTIONS = preflight;
