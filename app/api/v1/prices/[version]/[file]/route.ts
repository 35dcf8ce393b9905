import { mount, preflight } from "@/server/api/mount";
import { getPriceFile } from "@/server/api/prices";

export const GET = mount(getPriceFile);
export const OPTIONS = preflight;
