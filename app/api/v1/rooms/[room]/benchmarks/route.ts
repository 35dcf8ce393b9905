import { listBenchmarks } from "@/server/api/market";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listBenchmarks);
export const OPTIONS = preflight;
