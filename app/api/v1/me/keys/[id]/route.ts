import { deleteKey } from "@/server/api/me";
import { mount } from "@/server/api/mount";

export const DELETE = mount(deleteKey);
