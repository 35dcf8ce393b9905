// The crash test as a plain Node program: node tests/crash/run.mjs (see kill-and-look.ts).
import { register } from "tsx/esm/api";

register();
await import("./kill-and-look.ts");
