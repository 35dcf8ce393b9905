import { deleteOtherSessions, listSessions } from "@/server/api/me";
import { mount } from "@/server/api/mount";

export const GET = mount(listSessions);
export const DELETE = mount(deleteOtherSessions);
