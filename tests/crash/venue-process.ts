import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { RoomEvent } from "@/engine/events";
import { bundleProgram, bundleRooms } from "@/scripts/build.mjs";
import type { RoomId } from "@/server/port";
import type { FromVenue, VenueAsk } from "./venue-messages";

/** Bundles the venue once; inside the repository, so that it finds its packages. */
export async function buildVenue(folder: string, engine?: string): Promise<string> {
  await Promise.all([bundleRooms(folder, engine), bundleProgram("tests/crash/venue.ts", join(folder, "venue.js"))]);
  return folder;
}

/** The process died with the question open: whether it was done, only the disk knows. */
export class VenueGone extends Error {}

/** A venue in a process of its own, to be talked to and killed. */
export class VenueProcess {
  readonly ready: Promise<{ url: string; postgres: number | null }>;
  readonly exited: Promise<void>;
  log = "";
  onPublished: (room: RoomId, events: readonly RoomEvent[]) => void = () => {};
  private readonly child: ChildProcess;
  private readonly asked = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  private lastId = 0;
  private gone = false;

  constructor(bundles: string, dataDir: string, env: Record<string, string> = {}) {
    this.child = fork(join(bundles, "venue.js"), [dataDir, bundles], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      serialization: "advanced",
      execArgv: [],
      detached: true, // a process group of its own, so that the database can be killed with it
      env: { ...process.env, DATABASE_URL: "", ...env },
    });
    this.child.stdout?.on("data", (chunk) => {
      this.log += chunk;
    });
    this.child.stderr?.on("data", (chunk) => {
      this.log += chunk;
    });
    this.exited = new Promise((resolve) =>
      this.child.once("exit", () => {
        this.gone = true;
        for (const { reject } of this.asked.values()) reject(new VenueGone());
        resolve();
      }),
    );
    this.ready = new Promise((resolve, reject) => {
      this.child.on("message", (message: FromVenue) => {
        if (message.kind === "ready") resolve(message);
        else if (message.kind === "published") this.onPublished(message.room, message.events);
        else this.settle(message);
      });
      void this.exited.then(() => reject(new VenueGone(this.log)));
    });
    this.ready.catch(() => {});
  }

  get pid(): number {
    return this.child.pid!;
  }

  // biome-ignore lint/suspicious/noExplicitAny: what is answered depends on what was asked
  ask(question: VenueAsk): Promise<any> {
    if (this.gone || !this.child.connected) return Promise.reject(new VenueGone());
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      this.asked.set(id, { resolve: resolve as never, reject });
      this.child.send({ ...question, id }, (error) => error && reject(new VenueGone()));
    });
  }

  /** SIGKILL: of Node alone (the kernel then asks the database to stop), or of the database in the same instant. */
  kill(what: "node" | "everything"): Promise<void> {
    process.kill(what === "node" ? this.pid : -this.pid, "SIGKILL");
    return this.exited;
  }

  private settle({ id, answer, error }: Extract<FromVenue, { kind: "answer" }>): void {
    const asked = this.asked.get(id);
    this.asked.delete(id);
    if (error === undefined) asked?.resolve(answer as never);
    else asked?.reject(new Error(error));
  }
}
