import { mount, preflight } from "@/server/api/mount";
import { listRoomScenarios } from "@/server/api/scenarios";

export const GET = mount(listRoomScenarios);
export const OPTIONS = preflight;
