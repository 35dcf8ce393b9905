import { parentPort, workerData } from "node:worker_threads";
import type { FromWorker, ToWorker, WorkerSetup } from "./messages";
import { Outbox } from "./outbox";
import { RoomKeeper } from "./room-keeper";

/** Entry of a worker thread: hosts its share of the rooms. Bundled on its own (scripts/build.mjs). */
const port = parentPort!;
const outbox = new Outbox<FromWorker>((messages) => port.postMessage(messages));
const keeper = new RoomKeeper(workerData as WorkerSetup, (message) => outbox.send(message));

port.on("message", (messages: ToWorker[]) => {
  for (const message of messages) keeper.receive(message);
});
keeper.run();
