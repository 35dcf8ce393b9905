import { explainMarginCall } from "@/server/api/explanations";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(explainMarginCall);
export const OPTIONS = preflight;
