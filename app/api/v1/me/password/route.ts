import { postPassword } from "@/server/api/me";
import { mount } from "@/server/api/mount";

export const POST = mount(postPassword);
