import { deleteMe, getMe, patchMe } from "@/server/api/me";
import { mount } from "@/server/api/mount";

export const GET = mount(getMe);
export const PATCH = mount(patchMe);
export const DELETE = mount(deleteMe);
