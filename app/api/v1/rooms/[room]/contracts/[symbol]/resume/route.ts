import { resumeContract } from "@/server/api/halts";
import { mount, preflight } from "@/server/api/mount";

export const POST = mount(resumeContract);
export const OPTIONS = preflight;
