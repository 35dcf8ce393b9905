import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Page, PageTitle } from "@/components/layout/page";
import { deskPath, leaderboardPath, rulePath } from "@/components/layout/places";
import { RefreshWhileVisible } from "@/components/layout/refresh";
import { Standings } from "@/components/leaderboard/standings";
import { dayMonth, hourMinute } from "@/components/market/dates";
import { Link } from "@/messages/navigation";
import { getLeaderboard } from "@/server/api/leaderboard";
import { getRoom } from "@/server/api/rooms";
import type { Page as PageOf, RoomSummaryView, StandingRow } from "@/wire/views";
import { pageMetadata } from "../../../page-metadata";
import { askApi, visitRoom } from "../../../room-visit";

const REFRESHED = 20; // seconds
/** With fewer ranked people than this the page says what will be here. */
const A_CONTEST = 3;

type Props = { params: Promise<{ room: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("leaderboard");
  const path = leaderboardPath((await params).room);
  return pageMetadata({ title: t("title"), description: t("description"), path });
}

const linkTo = (href: string) => (chunks: ReactNode) => (
  <Link href={href} className="link">
    {chunks}
  </Link>
);

export default async function LeaderboardPage({ params }: Props) {
  const visit = await visitRoom((await params).room);
  const [t, locale, room, standings] = await Promise.all([
    getTranslations("leaderboard"),
    getLocale(),
    askApi<RoomSummaryView>(getRoom, visit),
    askApi<PageOf<StandingRow>>(getLeaderboard, visit),
  ]);
  const rows = standings?.rows ?? [];
  const moment = room && { day: room.day, date: dayMonth(room.date, locale), time: hourMinute(room.roomTime) };
  return (
    <Page>
      <PageTitle aside={moment && t("aside", moment)}>{t("title")}</PageTitle>
      <RefreshWhileVisible seconds={REFRESHED} />
      <section className="mt-3.5 grid gap-x-16 border-t-2 border-ink lg:grid-cols-[minmax(0,1fr)_268px]">
        <div>
          <Standings rows={rows} />
          {rows.filter(({ rank }) => rank !== null).length < A_CONTEST && (
            <div className="border-t border-line py-3">
              <p className="max-w-(--measure) text-ink-2">{t.rich("few", { desk: linkTo(deskPath(visit.room.id)) })}</p>
            </div>
          )}
        </div>
        <div>
          <h2 className="pt-2.5 text-13">{t("how.title")}</h2>
          <dl>
            {(["rank", "return", "drawdown", "who", "when", "luck"] as const).map((part) => (
              <div key={part} className="border-t border-line py-2 first:border-t-0">
                <dt className="text-12 text-ink-3">{t(`how.${part}.name`)}</dt>
                <dd className="text-13 text-ink-2">
                  {t.rich(`how.${part}.text`, {
                    ...{ rule: linkTo(rulePath("8.4")), settlement: linkTo(rulePath("6.2")), seconds: REFRESHED },
                  })}
                </dd>
              </div>
            ))}
          </dl>
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
