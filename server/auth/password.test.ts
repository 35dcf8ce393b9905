import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password";

test("a hash names its algorithm and its cost, and the same password never gives the same hash twice", async () => {
  const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/);
  expect(one).not.toBe(other);
});

test("only the password that was set is right", async () => {
  const stored = await hashPassword("correct horse");
  expect(await verifyPassword("correct horse", stored)).toBe("right");
  expect(await verifyPassword("correct horsf", stored)).toBe("wrong");
  expect(await verifyPassword("", stored)).toBe("wrong");
});

test("a password typed composed or decomposed is the same password", async () => {
  const stored = await hashPassword("caf\u00e9 au lait");
  expect(await verifyPassword("cafe\u0301 au lait", stored)).toBe("right");
});

test("a hash made with a lower cost still opens, and asks to be made anew", async () => {
  const salt = Buffer.alloc(16, 7);
  const hash = scryptSync("correct horse", salt, 32, { N: 2 ** 12, r: 8, p: 1 });
  const stored = `$scrypt$ln=12,r=8,p=1$${salt.toString("base64")}$${hash.toString("base64")}`;
  expect(await verifyPassword("correct horse", stored)).toBe("right-but-rehash");
  expect(await verifyPassword("wrong horse", stored)).toBe("wrong");
});

test("without a stored hash no password is right, and the work is done all the same", async () => {
  const stored = await hashPassword("correct horse");
  const timed = async (hash: string | null) => {
    const from = process.cpuUsage();
    await verifyPassword("wrong horse", hash);
    const { user, system } = process.cpuUsage(from);
    return user + system;
  };
  await timed(stored);
  const known = await timed(stored);
  const unknown = await timed(null);
  expect(await verifyPassword("", null)).toBe("wrong");
  expect(unknown).toBeGreaterThan(known / 3);
});

test("many at once all get their answer", async () => {
  const stored = await hashPassword("correct horse");
  const guesses = ["a", "correct horse", "b", "correct horse"];
  const verdicts = await Promise.all(guesses.map((guess) => verifyPassword(guess, stored)));
  expect(verdicts).toEqual(["wrong", "right", "wrong", "right"]);
});
