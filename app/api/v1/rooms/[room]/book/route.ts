import { getBook } from "@/server/api/market";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(getBook);
export const OPTIONS = preflight;
