import { haltContract } from "@/server/api/halts";
import { mount, preflight } from "@/server/api/mount";

export const POST = mount(haltContract);
export const OPTIONS = preflight;
