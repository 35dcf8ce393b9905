import { getAccount } from "@/server/api/account";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(getAccount);
export const OPTIONS = preflight;
