import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../startup-error";

/**
 * A server whose parent was killed shuts down by itself, or was born too late to notice: we hold the folder's lock, so it
 * is nobody's, and is asked to end. Its pid file is PostgreSQL's interlock against two servers on one folder and is
 * removed only when the pid surely belongs to something else by now.
 */
export async function outlivePredecessor(dir: string, until: number): Promise<void> {
  const pidFile = join(dir, "postmaster.pid");
  for (;;) {
    const pid = readPid(pidFile);
    const holder = pid === null ? null : processOf(pid);
    if (pid === null || holder === null) return; // PostgreSQL replaces the file of a process that is gone
    if (!holder.isPostgres) return rmSync(pidFile, { force: true });
    if (performance.now() > until) {
      throw new StartupError(
        `A PostgreSQL server (process ${pid}) still runs on ${dir}.`,
        `Stop it (kill -INT ${pid}) or choose another DATA_DIR.`,
      );
    }
    if (holder.args.includes(` -D ${dir} `)) process.kill(pid, "SIGINT");
    await sleep(100);
  }
}

function readPid(pidFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return pid > 0 ? pid : null; // empty: it is being written, and PostgreSQL says so itself
  } catch {
    return null;
  }
}

/** Null: no such process. A zombie is dead, whatever its name: its parent does not look. */
function processOf(pid: number): { isPostgres: boolean; args: string } | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return null;
  }
  if (process.platform === "linux") {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return { isPostgres: /^Name:\s+postgres$/m.test(status) && !/^State:\s+Z/m.test(status), args };
    } catch {
      return null;
    }
  }
  const { status, stdout } = spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  if (status === null) return { isPostgres: true, args: "" }; // no ps either: rather wait than start a second server
  return { isPostgres: /postgres\b/.test(stdout), args: stdout };
}
