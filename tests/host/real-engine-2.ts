/** The engine under another hash: a newer build that does the same. */
export { activeDay, addActive, openRoom, restoreRoom, startOf } from "@/engine/index";
export const version = 2;
