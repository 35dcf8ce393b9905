import { mount, preflight } from "@/server/api/mount";
import { previewOrder } from "@/server/api/orders";

export const POST = mount(previewOrder);
export const OPTIONS = preflight;
