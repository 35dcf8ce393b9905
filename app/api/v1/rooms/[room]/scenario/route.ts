import { mount, preflight } from "@/server/api/mount";
import { startScenario } from "@/server/api/scenarios";

export const POST = mount(startScenario);
export const OPTIONS = preflight;
