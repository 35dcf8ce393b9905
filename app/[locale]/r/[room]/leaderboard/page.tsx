import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageTitle } from "@/components/layout/page";
import { rulePath } from "@/components/layout/places";
import { RefreshWhileVisible } from "@/components/layout/refresh";
import { Standings } from "@/components/leaderboard/standings";
import { dayMonth, hourMinute } from "@/components/market/dates";
import { Link } from "@/messages/navigation";
import { getLeaderboard } from "@/server/api/leaderboard";
import { getRoom } from "@/server/api/rooms";
import type { Page as PageOf, RoomSummaryView, StandingRow } from "@/wire/views";
import { askApi, visitRoom } from "../../../room-visit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("leaderboard");
  return { title: t("title") };
}

export default async function LeaderboardPage({ params }: { params: Promise<{ room: string }> }) {
  const visit = await visitRoom((await params).room);
  const [t, locale, room, standings] = await Promise.all([
    getTranslations("leaderboard"),
    getLocale(),
    askApi<RoomSummaryView>(getRoom, visit),
    askApi<PageOf<StandingRow>>(getLeaderboard, visit),
  ]);
  const moment = room && { day: room.day, date: dayMonth(room.date, locale), time: hourMinute(room.roomTime) };
  return (
    <Page>
      <PageTitle aside={moment && t("aside", moment)}>{t("title")}</PageTitle>
      <RefreshWhileVisible seconds={20} />
      <section className="mt-3.5 grid gap-x-16 border-t-2 border-ink lg:grid-cols-[minmax(0,1fr)_268px]">
        <div>
          <Standings rows={standings?.rows ?? []} />
        </div>
        <div>
          <p className="mt-2.5 text-13 text-ink-2">
            {t.rich("how", {
              rule: (chunks) => (
                <Link href={rulePath("8.4")} className="link">
                  {chunks}
                </Link>
              ),
            })}
          </p>
          <p className="mt-2">
            <a
              href={`/api/v1/rooms/${visit.room.id}/leaderboard?format=csv`}
              download="leaderboard.csv"
              className="link inline-flex min-h-(--ctl) items-center"
            >
              {t("csv")}
            </a>
          </p>
        </div>
      </section>
    </Page>
  );
}
