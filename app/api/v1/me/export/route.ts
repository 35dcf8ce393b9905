import { getExport } from "@/server/api/me";
import { mount } from "@/server/api/mount";

export const GET = mount(getExport);
