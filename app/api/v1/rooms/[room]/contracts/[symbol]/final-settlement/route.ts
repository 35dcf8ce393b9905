import { getFinalSettlement } from "@/server/api/final-settlement";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(getFinalSettlement);
export const OPTIONS = preflight;
