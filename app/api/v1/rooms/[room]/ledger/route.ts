import { mount, preflight } from "@/server/api/mount";
import { listLedger } from "@/server/api/own-history";

export const GET = mount(listLedger);
export const OPTIONS = preflight;
