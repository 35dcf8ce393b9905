import { mount, preflight } from "@/server/api/mount";
import { postJoin } from "@/server/api/rooms";

export const POST = mount(postJoin);
export const OPTIONS = preflight;
