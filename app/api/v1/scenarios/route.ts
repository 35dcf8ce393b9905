import { mount, preflight } from "@/server/api/mount";
import { listScenarios } from "@/server/api/scenarios";

export const GET = mount(listScenarios);
export const OPTIONS = preflight;
