import { postTransfer } from "@/server/api/account";
import { mount, preflight } from "@/server/api/mount";

export const POST = mount(postTransfer);
export const OPTIONS = preflight;
