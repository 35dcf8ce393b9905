import { mount, preflight } from "@/server/api/mount";
import { getRoom } from "@/server/api/rooms";

export const GET = mount(getRoom);
export const OPTIONS = preflight;
