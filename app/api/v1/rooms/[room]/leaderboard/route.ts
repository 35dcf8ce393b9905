import { getLeaderboard } from "@/server/api/leaderboard";
import { mount, preflight } from "@/server/api/mount";

export const GET = mount(getLeaderboard);
export const OPTIONS = preflight;
