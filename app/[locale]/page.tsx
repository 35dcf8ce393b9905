import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { GuestButton } from "@/components/account/guest-button";
import { featuredContract } from "@/components/landing/featured";
import { Landing } from "@/components/landing/landing";
import { MeasuredOnly } from "@/components/landing/measured-only";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page } from "@/components/layout/page";
import { deskPath, PUBLIC_ROOM } from "@/components/layout/places";
import { Button } from "@/components/ui/button";
import { decimalsOf, rounded } from "@/components/ui/numerals";
import { premiumUs } from "@/content/history/premium-us";
import { getPathname, Link } from "@/messages/navigation";
import { listFixings } from "@/server/api/market-history";
import { HostFailed } from "@/server/api/respond";
import { roomSnapshot } from "@/server/api/stream/snapshot";
import type { FixingView, Page as PageOf } from "@/wire/views";
import { askApi, type RoomVisit, visitRoom } from "./room-visit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return { title: t("title") };
}

export default async function Home() {
  const visit = await visitRoom(PUBLIC_ROOM);
  const snapshot = await snapshotOf(visit);
  const featured = snapshot && featuredContract(snapshot.contracts, snapshot.room.date);
  return (
    <Page className="pt-0 max-sm:pt-0">
      <ClientMessages use={["landing"]}>
        {snapshot && featured ? (
          <Landing
            snapshot={snapshot}
            streamUrl={`/api/v1/rooms/${PUBLIC_ROOM}/stream`}
            history={premiumUs}
            featured={featured}
            fixings={await fixingsOf(visit, featured.benchmark, decimalsOf(featured.tick))}
            actions={<Actions signedIn={visit.caller.kind === "user"} />}
          />
        ) : (
          <MeasuredOnly history={premiumUs} />
        )}
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

const A_YEAR_OF_DAYS = 260;

/** Published fixings since the seam, oldest first, as they are shown: to the tick. */
async function fixingsOf(visit: RoomVisit, benchmark: string, decimals: number) {
  const query = `?benchmark=${benchmark}&limit=${A_YEAR_OF_DAYS}`;
  const answer = await askApi<PageOf<FixingView>>(listFixings, visit, query);
  return (answer?.rows ?? [])
    .flatMap(({ date, level }) => (level === null ? [] : [{ date, price: rounded(level, decimals) }]))
    .toReversed();
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
