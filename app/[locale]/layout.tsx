import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Alive } from "@/components/layout/alive";
import { ClientMessages } from "@/components/layout/client-messages";
import { EMBEDDED_HEADER } from "@/components/layout/embedded";
import { Header } from "@/components/layout/header";
import { LOOK_COOKIE, lookAttributes, parseLook } from "@/components/layout/look";
import { LookProvider } from "@/components/layout/look-provider";
import { routing } from "@/messages/routing";
import "../globals.css";
import { currentViewer } from "./viewer";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "common" });
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#FFFFFF" },
    { media: "(prefers-color-scheme: dark)", color: "#11171A" },
  ],
};

export default async function Layout({ params, children }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const look = parseLook((await cookies()).get(LOOK_COOKIE)?.value, locale);
  const embedded = (await headers()).has(EMBEDDED_HEADER);
  return (
    <html
      lang={locale === "zh" ? "zh-CN" : "en"}
      {...lookAttributes(look)}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      {embedded && (
        <head>
          <base target="_blank" />
        </head>
      )}
      <body>
        <ClientMessages use={[]}>
          <LookProvider initial={look}>
            {!embedded && <Header viewer={await currentViewer()} />}
            {children}
            <Alive />
          </LookProvider>
        </ClientMessages>
      </body>
    </html>
  );
}
