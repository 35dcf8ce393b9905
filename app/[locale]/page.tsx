import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { measuredPremium, premiumFixings } from "@/app/charts/market-chart";
import { servedFrom } from "@/app/charts/placed-chart";
import { GuestButton } from "@/components/account/guest-button";
import { ServedFrom } from "@/components/chart/served";
import { featuredContract } from "@/components/landing/featured";
import { Landing } from "@/components/landing/landing";
import { MeasuredOnly } from "@/components/landing/measured-only";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page } from "@/components/layout/page";
import { deskPath, PUBLIC_ROOM } from "@/components/layout/places";
import { Button } from "@/components/ui/button";
import { decimalsOf } from "@/components/ui/numerals";
import { getPathname, Link } from "@/messages/navigation";
import { HostFailed } from "@/server/api/respond";
import { roomSnapshot } from "@/server/api/stream/snapshot";
import { pageMetadata } from "./page-metadata";
import { type RoomVisit, visitRoom } from "./room-visit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/" });
}

export default async function Home() {
  const visit = await visitRoom(PUBLIC_ROOM);
  const snapshot = await snapshotOf(visit);
  const featured = snapshot && featuredContract(snapshot.contracts, snapshot.room.date);
  return (
    <Page className="pt-0 max-sm:pt-0">
      <ClientMessages use={["landing", "chart"]}>
        <ServedFrom served={await servedFrom()}>
          {snapshot && featured ? (
            <Landing
              snapshot={snapshot}
              streamUrl={`/api/v1/rooms/${PUBLIC_ROOM}/stream`}
              measured={measuredPremium()}
              featured={featured}
              fixings={await premiumFixings(decimalsOf(featured.tick))}
              actions={<Actions signedIn={visit.caller.kind === "user"} />}
            />
          ) : (
            <MeasuredOnly measured={measuredPremium()} />
          )}
        </ServedFrom>
      </ClientMessages>
    </Page>
  );
}

/** Null: the room's host cannot answer just now. The measured prices are ours to show all the same. */
async function snapshotOf({ room }: RoomVisit) {
  try {
    return await roomSnapshot(room, null);
  } catch (failure) {
    if (failure instanceof HostFailed) return null;
    throw failure;
  }
}

async function Actions({ signedIn }: { signedIn: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("landing"), getLocale()]);
  const desk = deskPath(PUBLIC_ROOM);
  return (
    <>
      {!signedIn && (
        <GuestButton callbackUrl={getPathname({ href: desk, locale })} size="big" busy={t("opening")}>
          {t("guest")}
        </GuestButton>
      )}
      <Button asChild variant={signedIn ? "primary" : "secondary"} size="big">
        <Link href={desk}>{t("toDesk")}</Link>
      </Button>
    </>
  );
}
