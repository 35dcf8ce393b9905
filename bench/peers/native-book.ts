import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import type { OrderStream } from "../order-stream";

const program = ".build/book-native";

/** Plays the stream in a C++ book: operations a second, each time it is called. Undefined where there is no g++. */
export function nativeRate(stream: OrderStream): (() => number) | undefined {
  if (!existsSync("bench/peers/book.cpp")) return undefined;
  mkdirSync(".build", { recursive: true });
  const compiled = spawnSync("g++", ["-O3", "-march=native", "-std=c++20", "-o", program, "bench/peers/book.cpp"]);
  if (compiled.status !== 0) return undefined;
  const file = `${program}.orders`;
  const numbers = new Int32Array(1 + stream.kind.length * 5);
  numbers[0] = stream.from;
  for (let n = 0; n < stream.kind.length; n++) {
    numbers.set([stream.kind[n], stream.id[n], stream.side[n], stream.price[n], stream.lots[n]], 1 + n * 5);
  }
  writeFileSync(file, numbers);
  return () => Number(spawnSync(program, [file], { encoding: "utf8" }).stdout.split(" ")[0]);
}
