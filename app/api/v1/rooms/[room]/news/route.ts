import { listNews } from "@/server/api/market-history";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listNews);
export const OPTIONS = preflight;
