import katex from "katex";
import { useTranslations } from "next-intl";
import { TableScroll } from "../ui/table";

/** The formula, set on the server as MathML, which every current browser draws and reads aloud: no font, no script. */
export function Formula() {
  const t = useTranslations("cost.formula");
  const word = (
    name: "price" | "gpuHour" | "power" | "pue" | "electricity" | "throughput" | "utilisation" | "markup",
  ) => `\\text{${t(name)}}`;
  const cost = `${word("gpuHour")} + ${word("power")} \\times ${word("pue")} \\times ${word("electricity")}`;
  const tokens = `${word("throughput")} \\times 3600 \\times ${word("utilisation")}`;
  const formula = `${word("price")} = \\frac{${cost}}{${tokens}} \\times 10^{6} \\times (1 + ${word("markup")})`;
  const html = katex.renderToString(formula, {
    output: "mathml",
    displayMode: true,
    strict: false,
    throwOnError: true,
  });
  return (
    <TableScroll label={t("label")} loose className="py-1">
      <div
        className="w-max [&_annotation]:hidden [&_mfrac>*:first-child]:pb-[0.15em] [&_mfrac>*:last-child]:pt-[0.3em] [&_math]:text-left [&_mn]:font-sans [&_mo]:font-sans [&_mtext]:font-sans"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX made it, from our own words
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </TableScroll>
  );
}
