import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ownOrigin } from "@/app/own-origin";
import { getPathname } from "@/messages/navigation";
import { routing } from "@/messages/routing";

/** The language of a page as the web names it. */
export const webLanguages: Readonly<Record<string, string>> = { en: "en", zh: "zh-CN" };

interface PageInfo {
  readonly title: string;
  readonly description: string;
  /** Without its language: "/prices". What an address chooses besides is the same page to a search engine. */
  readonly path: string;
  /** It shows whoever looks at it their own things, or leads to them: not for search engines. */
  readonly personal?: boolean;
}

/** What a page says of itself to browsers, search engines, and where its address is passed on. */
export async function pageMetadata({ title, description, path, personal }: PageInfo): Promise<Metadata> {
  const locale = await getLocale();
  const t = await getTranslations("common");
  const at = (language: string) => getPathname({ href: path, locale: language });
  return {
    metadataBase: new URL(await ownOrigin()),
    // Whole: the layout's template does not reach the page beside it, the landing page.
    title: { absolute: `${title} · ${t("title")}` },
    description,
    alternates: {
      canonical: at(locale),
      languages: {
        ...Object.fromEntries(routing.locales.map((one) => [webLanguages[one], at(one)])),
        "x-default": at(routing.defaultLocale),
      },
    },
    openGraph: { type: "website", siteName: t("title"), title, description, url: at(locale), locale: t("openGraph") },
    ...(personal && { robots: { index: false } }),
  };
}
