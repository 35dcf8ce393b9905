import { listContracts } from "@/server/api/market";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listContracts);
export const OPTIONS = preflight;
