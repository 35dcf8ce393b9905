import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.missing");
  return { title: t("title"), description: t("text") };
}

/** Any address that no page answers gets our own "not found", in the language of its path. */
export default function Missing() {
  notFound();
}
