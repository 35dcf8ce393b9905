import { mount, preflight } from "@/server/api/mount";
import { listRooms } from "@/server/api/rooms";

export const GET = mount(listRooms);
export const OPTIONS = preflight;
