import { fakeEngine } from "./fake-room";

export const { openRoom, restoreRoom, addActive, startOf, activeDay } = fakeEngine(1);
