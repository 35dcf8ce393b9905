import { describe, expect, test } from "vitest";
import { guessMapping } from "@/tokens/bill/import/guess";
import type { Row } from "@/tokens/bill/import/reading";
import { type FileHead, readRows, type Source, Unreadable } from "./file-rows";
import { lookAt, type Reference, readFile } from "./read-file";

async function all(source: Source) {
  let head: FileHead | null = null;
  const rows: (readonly [number, Row | string])[] = [];
  await readRows(source, {
    onHead: (found) => {
      head = found;
    },
    onRow: (one) => rows.push([one.no, "row" in one ? one.row : one.refusal.code]) > 0,
    onShare: () => {},
  });
  return { head: head as FileHead | null, rows };
}

describe("a table", () => {
  test("may begin with a byte-order mark, be parted by semicolons and quote its numbers", async () => {
    const { head, rows } = await all('\uFEFFdate;model;input\r\n"2026-05-03";"gpt;5";"1.234"\r\n');
    expect(head).toEqual({ headings: ["date", "model", "input"], delimiter: ";" });
    expect(rows).toEqual([[2, { date: "2026-05-03", model: "gpt;5", input: "1.234" }]]);
  });

  test("may be parted by tabs", async () => {
    expect((await all("date\tmodel\n2026-05-03\tgpt-5.5")).rows).toEqual([
      [2, { date: "2026-05-03", model: "gpt-5.5" }],
    ]);
  });

  test("a row of another number of cells is told by its number; empty rows are no rows", async () => {
    expect((await all("a,b,c\n1,2\n\n1,2,3,\n1,2,3,4")).rows).toEqual([
      [2, "cells"],
      [4, { a: "1", b: "2", c: "3" }],
      [5, "cells"],
    ]);
  });

  test("without headings names its columns by their place", async () => {
    const { head, rows } = await all("2026-05-03,gpt-5.5,5\n2026-05-04,gpt-5.5,6");
    expect(head?.headings).toEqual(["#1", "#2", "#3"]);
    expect(rows.map(([no]) => no)).toEqual([1, 2]);
  });

  test("a heading that is there twice is told apart by its place", async () => {
    expect((await all("a,a,\nx,y,z")).head?.headings).toEqual(["a", "a #2", "#3"]);
  });
});

describe("JSON", () => {
  test("lines hold an object each, flattened; a line that is none is told by its number", async () => {
    const { head, rows } = await all(
      '{"day":"2026-05-03","usage":{"in":5,"out":null}}\nnot json\n\n{"day":"2026-05-04"}\n',
    );
    expect(head).toEqual({ headings: ["day", "usage.in", "usage.out"], delimiter: "" });
    expect(rows).toEqual([
      [1, { day: "2026-05-03", "usage.in": "5", "usage.out": "" }],
      [2, "no-json"],
      [4, { day: "2026-05-04" }],
    ]);
  });

  test("may be a list of objects", async () => {
    expect((await all('[{"a":1},{"a":2}]')).rows.map(([no]) => no)).toEqual([1, 2]);
  });
});

describe("names that mean something to a program are headings like any", () => {
  test("keys that one object has and the next lacks", async () => {
    const text = '{"constructor":"5","toString":"x","__proto__":"y","model":"gpt-5.5"}\n{"model":"gpt-5.5"}';
    const { head, rows } = await all(text);
    const headings = head?.headings ?? [];
    expect(headings).toEqual(["constructor", "toString", "__proto__", "model"]);
    const sent = rows.flatMap(([, row]) => (typeof row === "string" ? [] : [structuredClone(row)])); // as a worker sends it
    expect(guessMapping(headings, sent, "").columns.model).toBe("model");
  });

  test("a heading that looks like the place of another is told apart, too", async () => {
    expect((await all("input,input #3,input\n1,2,3")).head?.headings).toEqual(["input", "input #3", "input #3 #3"]);
  });

  test("an object nested too deep is one row that is not read", async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
    const { rows } = await all(`{"a":"1"}\n${deep}\n{"a":"2"}`);
    expect(rows.map(([no, row]) => [no, typeof row === "string" ? row : row.a])).toEqual([
      [1, "1"],
      [2, "no-json"],
      [3, "2"],
    ]);
  });
});

test("what is no text, empty or broken is refused with a code", async () => {
  const refusalOf = (source: Source) =>
    all(source).then(
      () => null,
      (error) => (error as Unreadable).refusal.code,
    );
  expect(await refusalOf("PK\u0003\u0004rest")).toBe("not-text");
  expect(await refusalOf("a\0b")).toBe("not-text");
  expect(await refusalOf(" \n ")).toBe("no-rows");
  expect(await refusalOf("[{")).toBe("unreadable");
});

describe("reading a file", () => {
  const reference: Reference = { today: "2026-09-23", firstPrice: "2023-03-01", lengths: [], models: ["gpt-5.5"] };
  const table =
    'when,user_email,what,in,out\n2026-05-03,ann@example.org,gpt-5.5,"1,000",20\n2026-05-04,bob@example.org,gpt-5.5,x,1';

  test("a first look guesses the columns and hides people", async () => {
    const look = await lookAt(table, reference);
    expect([look.known, look.guess.columns, look.hidden]).toEqual([
      null,
      { date: "when", model: "what", input: "in", output: "out" },
      ["user_email"],
    ]);
    expect(look.sample[0]).toEqual({ when: "2026-05-03", user_email: "", what: "gpt-5.5", in: "1,000", out: "20" });
  });

  test("as the guess says: what is read and what is not add up to all rows", async () => {
    const { guess } = await lookAt(table, reference);
    const file = await readFile(table, guess, reference, () => {});
    expect([file.rows, file.tokens.read]).toEqual([{ read: 1, blank: 0, refused: 1 }, 1020]);
  });

  test("an export of costs is refused", async () => {
    await expect(lookAt("start_time,amount_value\n1,2", reference)).rejects.toMatchObject({
      refusal: { code: "costs-not-tokens" },
    });
    expect(Unreadable.prototype).toBeInstanceOf(Error);
  });

  test("two hundred thousand rows are summed as they come, each month and model once", async () => {
    const rows = 200_000;
    const text = `date,model,input,output\n${"2026-05-03,gpt-5.5,5,1\n".repeat(rows)}`;
    const { guess } = await lookAt(text, reference);
    const shares: number[] = [];
    const file = await readFile(text, guess, reference, (share) => shares.push(share));
    expect([file.rows.read, file.lines.length, file.tokens.read]).toEqual([rows, 1, rows * 6]);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
  });
});

test("rows whose sum no bill could be made of exactly are refused with the limit", async () => {
  const reference: Reference = { today: "2026-09-23", firstPrice: "2023-03-01", lengths: [], models: ["gpt-5.5"] };
  const huge = "2026-05-03,gpt-5.5,400000000000000,100000000000000\n".repeat(300);
  const text = `date,model,input,output\n${huge}2026-05-04,gpt-5.5,5,1\n`;
  const { guess } = await lookAt(text, reference);
  const file = await readFile(text, guess, reference, () => {});
  expect(file.rows).toEqual({ read: 2, blank: 0, refused: 299 });
  expect(file.refused[0].refusal).toEqual({ code: "too-many-tokens", most: 1e15 });
  expect(file.tokens.read).toBe(1e15);
});
