import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { servedFrom } from "@/app/charts/placed-chart";
import { GuestButton } from "@/components/account/guest-button";
import { ServedFrom } from "@/components/chart/served";
import { ClientMessages } from "@/components/layout/client-messages";
import { deskPath } from "@/components/layout/places";
import { Desk } from "@/components/market/desk";
import { JoinButton } from "@/components/market/join-button";
import { getPathname } from "@/messages/navigation";
import type { Locale } from "@/messages/routing";
import { pageMetadata } from "../../../page-metadata";
import { loadDesk } from "./load-desk";

type Props = { params: Promise<{ locale: Locale; room: string; symbol: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, room, symbol } = await params;
  const t = await getTranslations({ locale, namespace: "desk" });
  const named = { symbol: decodeURIComponent(symbol) };
  return pageMetadata({
    title: t("title", named),
    description: t("description", named),
    path: deskPath(room, symbol),
  });
}

/** The trading desk: the server sends the market as it stands, the browser streams on from there. */
export default async function DeskPage({ params }: Props) {
  const { locale, room, symbol } = await params;
  setRequestLocale(locale);
  const desk = await loadDesk(room, symbol);
  if (!desk) notFound();
  const t = await getTranslations({ locale, namespace: "desk.entry" });
  const here = getPathname({ href: deskPath(room, symbol), locale });
  const entry = desk.signedIn ? (
    <JoinButton room={room} label={t("join")} busy={t("joining")} />
  ) : (
    <GuestButton callbackUrl={here} busy={t("opening")} className="min-h-9 max-sm:min-h-12">
      {t("guest")}
    </GuestButton>
  );
  return (
    <ClientMessages use={["desk", "errors", "account", "explain", "causes", "scenario-words", "chart"]}>
      <ServedFrom served={await servedFrom()}>
        <Desk
          room={room}
          symbol={symbol}
          snapshot={desk.snapshot}
          news={desk.news}
          times={desk.times}
          guestEntry={entry}
        />
      </ServedFrom>
    </ClientMessages>
  );
}
