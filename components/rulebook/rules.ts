/** The rules in force, in order. Numbers are the rulebook's and never change; what is not open yet is not listed. */
export const sections = [
  { no: "1", rules: ["1.1", "1.2", "1.3", "1.4"] },
  { no: "2", rules: ["2.1", "2.2", "2.3", "2.4"] },
  { no: "3", rules: ["3.1", "3.2", "3.3", "3.5"] },
  { no: "4", rules: ["4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8"] },
  { no: "5", rules: ["5.1", "5.2", "5.3"] },
  { no: "6", rules: ["6.1", "6.2", "6.3", "6.4", "6.5"] },
  { no: "7", rules: ["7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7"] },
  { no: "8", rules: ["8.3", "8.4"] },
] as const;

/** A message key holds no dots: rule 7.4 is "7_4". */
export const messageKey = (rule: string): string => rule.replace(".", "_");

/** What refusals, notes and other pages link to: /rulebook#rule-7-4. */
export const anchorOf = (rule: string): string => `rule-${rule.replace(".", "-")}`;
