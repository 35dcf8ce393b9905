import { listMarginCalls } from "@/server/api/explanations";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listMarginCalls);
export const OPTIONS = preflight;
