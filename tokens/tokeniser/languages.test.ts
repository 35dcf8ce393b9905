import { countTokens as cl100k } from "gpt-tokenizer/encoding/cl100k_base";
import { countTokens as o200k } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { languageCounts, timesEnglish } from "./languages";

const english =
  "The Shanghai Futures Exchange is studying a futures market for AI tokens, so that companies can hedge the cost of running large language models.";
const chinese = "上海期货交易所正在研究人工智能词元期货市场，以便企业对冲运行大型语言模型的成本。";

test("the tokeniser that readers run gives the counts that the table shows", () => {
  const [en, zh] = languageCounts;
  expect([o200k(english), cl100k(english), english.length]).toEqual([
    en.tokens.o200k_base,
    en.tokens.cl100k_base,
    en.characters,
  ]);
  expect([o200k(chinese), cl100k(chinese), chinese.length]).toEqual([
    zh.tokens.o200k_base,
    zh.tokens.cl100k_base,
    zh.characters,
  ]);
});

test("Hindi takes 1.7 times the tokens of English today and took 7.4 times in the oldest encoding", () => {
  const hindi = languageCounts.find(({ language }) => language === "hi");
  if (!hindi) throw new Error("no Hindi");
  expect([timesEnglish(hindi, "o200k_base"), timesEnglish(hindi, "r50k_base")].map((n) => n.toFixed(2))).toEqual([
    "1.69",
    "7.44",
  ]);
});
