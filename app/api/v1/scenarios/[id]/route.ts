import { mount, preflight } from "@/server/api/mount";
import { getScenario } from "@/server/api/scenarios";

export const GET = mount(getScenario);
export const OPTIONS = preflight;
