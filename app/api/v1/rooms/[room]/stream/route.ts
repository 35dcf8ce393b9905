import { mount, preflight } from "@/server/api/mount";
import { getStream } from "@/server/api/stream/endpoint";

export const GET = mount(getStream);
export const OPTIONS = preflight;
