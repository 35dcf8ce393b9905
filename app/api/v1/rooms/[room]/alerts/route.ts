import { listAlerts } from "@/server/api/alerts";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(listAlerts);
export const OPTIONS = preflight;
