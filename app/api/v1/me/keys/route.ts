import { listKeys, postKey } from "@/server/api/me";
import { mount } from "@/server/api/mount";

export const GET = mount(listKeys);
export const POST = mount(postKey);
