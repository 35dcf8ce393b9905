import { useLocale } from "next-intl";
import inChinese from "@/content/in-chinese.json";

const chinese: Readonly<Record<string, string | undefined>> = inChinese;

/**
 * What the data says about itself (what a source covers, what was wrong with a row), in the reader's language. What has
 * no Chinese is somebody else's headline, or a row that was added without: it stays English, and says so.
 */
export function DataText({ children: text }: { children: string }) {
  const locale = useLocale();
  if (locale !== "zh") return text;
  return chinese[text] ?? <span lang="en">{text}</span>;
}
