import { mount, preflight } from "@/server/api/mount";
import { listMoves } from "@/server/api/moves";

export const GET = mount(listMoves);
export const OPTIONS = preflight;
