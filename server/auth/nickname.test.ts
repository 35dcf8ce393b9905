import { expect, test } from "vitest";
import { Nickname, Password } from "@/wire/people";
import { guestName } from "./guest-name";
import { foldNickname, isReserved } from "./nickname";

test.each(["quiet-otter", "王小明", "Ünal_7", "𠮷野家", "नमस्ते", "ﬁsh"])("%s is a nickname", (text) => {
  expect(Nickname.safeParse(text).success).toBe(true);
});

test.each([
  "ab",
  "a".repeat(25),
  "has space",
  "a@b.com",
  "---",
  "null\0byte",
  "<script>",
  "a\u202Eb",
  "\u3164\u3164\u3164",
  "a\u034Fbc",
  "",
  "😀😀😀",
])("%j is not a nickname", (text) => {
  expect(Nickname.safeParse(text).success).toBe(false);
});

test("names that look the same once folded are one name", () => {
  const key = foldNickname("quiet-otter");
  for (const same of ["Quiet-Otter", "QUIET_OTTER", "ｑｕｉｅｔ－ｏｔｔｅｒ", " quiet-otter "])
    expect(foldNickname(same)).toBe(key);
  expect(foldNickname("quiet-otters")).not.toBe(key);
});

test("nobody can be called like the venue or its staff, however it is written", () => {
  for (const name of ["admin", "ADMIN", "Token-Pit", "ａｄｍｉｎ", "管理员", "-system-", "f-u-c-k-er"])
    expect(isReserved(name)).toBe(true);
  for (const name of ["adminton", "quiet-otter", "Scunthorpe", "小明爱交易"]) expect(isReserved(name)).toBe(false);
});

test("a guest's name is a valid nickname, however often it was tried", () => {
  for (let attempt = 0; attempt < 6; attempt++) {
    const name = guestName(attempt);
    expect(Nickname.safeParse(name).success).toBe(true);
    expect(isReserved(name)).toBe(false);
  }
});

test("a password has 8 to 200 characters, counted as a person does", () => {
  expect(Password.safeParse("1234567").success).toBe(false);
  expect(Password.safeParse("😀".repeat(8)).success).toBe(true);
  expect(Password.safeParse("x".repeat(200)).success).toBe(true);
  expect(Password.safeParse("x".repeat(201)).success).toBe(false);
});
