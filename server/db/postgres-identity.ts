import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { StartupError } from "../startup-error";

/** How to run a server that refuses to be root, and that must not outlive us. */
export interface Identity {
  readonly prefix: readonly string[];
  /** Asks the kernel to send SIGINT (a fast, clean shutdown) to the server when our process is gone, however it went. */
  readonly diesWithUs: readonly string[];
  readonly options: { readonly uid?: number; readonly gid?: number };
}

const nobody = 65534;
const works = (command: string, args: readonly string[], options = {}) =>
  spawnSync(command, args, { stdio: "ignore", ...options }).status === 0;

export function unprivilegedIdentity(postgres: string, dir: string): Identity {
  const death = ["setpriv", "--pdeathsig", "INT"];
  const diesWithUs = process.platform === "linux" && works(death[0], [...death.slice(1), "true"]) ? death : [];
  if (process.getuid?.() !== 0) return { prefix: [], diesWithUs, options: {} };

  // A user namespace: root outside, an ordinary user inside. Files stay root's, so it works in a closed home.
  const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"];
  if (works(namespace[0], [...namespace.slice(1), postgres, "--version"])) {
    return { prefix: namespace, diesWithUs, options: {} };
  }
  // Containers usually forbid that: become nobody, if nobody can reach the program and the folder.
  const options = { uid: nobody, gid: nobody };
  if (works(postgres, ["--version"], options)) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    chownSync(dir, nobody, nobody);
    if (works("ls", [dir], options)) return { prefix: [], diesWithUs, options };
  }
  throw new StartupError(
    "PostgreSQL refuses to run as root, and there is no way around it here.",
    "Start Tokenpit as an ordinary user, or set DATABASE_URL to a PostgreSQL server (15 or later).",
  );
}

export function commandLine(prefix: readonly string[], program: string, args: readonly string[]): [string, string[]] {
  const [command, ...rest] = [...prefix, program, ...args];
  return [command, rest];
}
