import { benchBook } from "./book.bench";
import { benchDatabase } from "./database.bench";
import { benchEngine } from "./engine.bench";
import { benchHttp, type RunningServer } from "./http.bench";
import { benchJournal } from "./journal.bench";
import type { Result } from "./result";
import { benchRoom } from "./room.bench";

/** In the order they run: one after another, so that none measures its neighbour. */
export const benches = {
  book: async (): Promise<Result[]> => benchBook(),
  engine: async (): Promise<Result[]> => [...benchEngine(), ...benchRoom()],
  journal: (): Promise<Result[]> => benchJournal(),
  database: (): Promise<Result[]> => benchDatabase(),
};

/** Needs the running app: the script starts it. */
export const httpOf = (server: RunningServer): Promise<Result[]> => benchHttp(server);
