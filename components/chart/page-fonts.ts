/** The page's own fonts, to travel inside an image: a file that leaves the page can fetch none. */

const made = new Map<string, Promise<string>>();

/** @font-face rules that hold the faces which the page has loaded, for Latin text; Chinese is the system's anywhere. */
export async function embeddedFonts(): Promise<string> {
  const rules = [...document.styleSheets].flatMap(rulesOf).filter(isLoaded);
  const faces = await Promise.all(rules.map(embedded));
  return faces.join("\n");
}

/** A style sheet of somebody else, a browser extension's, keeps its rules to itself. */
function rulesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    return [];
  }
}

const familyOf = ({ style }: CSSFontFaceRule): string => style.getPropertyValue("font-family").replace(/["']/g, "");

const isLoaded = (rule: CSSFontFaceRule): boolean =>
  urlOf(rule) !== null &&
  [...document.fonts].some(
    ({ family, status }) => status === "loaded" && family.replace(/["']/g, "") === familyOf(rule),
  );

function urlOf({ style, parentStyleSheet }: CSSFontFaceRule): string | null {
  const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue("src")) ?? [];
  return address ? new URL(address, parentStyleSheet?.href ?? document.baseURI).href : null;
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const address = urlOf(rule) as string;
  const data = made.get(address) ?? dataUrl(address);
  made.set(address, data);
  const weight = rule.style.getPropertyValue("font-weight") || "400";
  return `@font-face{font-family:"${familyOf(rule)}";src:url(${await data}) format("woff2");font-weight:${weight}}`;
}

async function dataUrl(address: string): Promise<string> {
  const font = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^;]*/, "data:font/woff2"));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(font);
  });
}
