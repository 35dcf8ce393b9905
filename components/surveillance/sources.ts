import type { AlertView } from "@/wire/views";

export type Pattern = AlertView["pattern"];

/** Where the law, or an exchange's own rules, say that this is not allowed. Names are in the messages. */
const cftc = {
  name: "cftc",
  href: "https://www.cftc.gov/LawRegulation/FederalRegister/FinalRules/2013-12365",
} as const;
const cea = { name: "cea", href: "https://www.law.cornell.edu/uscode/text/7/6c" } as const;
const law = { name: "law", href: "https://www.lexiscn.com/law/law-english-1-4236467-T.html?eng=0" } as const;
const czce = {
  name: "czce",
  href: "https://english.czce.com.cn/en/Rulebook/GeneralRules/webinfo/2024/08/1715238443975778.htm",
} as const;

export const sourcesOf: Record<Pattern, readonly (typeof cftc | typeof cea | typeof law | typeof czce)[]> = {
  cancellations: [czce],
  "self-trades": [czce, cea],
  spoofing: [cftc, law],
  layering: [cftc, law],
  "wash-trades": [cea, law],
  "marking-the-close": [cftc, law],
};

export const ruleOf = (pattern: Pattern): "8.1" | "8.2" =>
  pattern === "cancellations" || pattern === "self-trades" ? "8.1" : "8.2";
