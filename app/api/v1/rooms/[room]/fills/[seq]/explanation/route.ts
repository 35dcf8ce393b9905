import { explainFill } from "@/server/api/explanations";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(explainFill);
export const OPTIONS = preflight;
