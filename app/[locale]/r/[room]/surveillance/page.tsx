import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { servedFrom } from "@/app/charts/placed-chart";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { deskPath, PUBLIC_ROOM, rulePath, surveillancePath } from "@/components/layout/places";
import { RefreshWhileVisible } from "@/components/layout/refresh";
import { AlertEntry } from "@/components/surveillance/alert-entry";
import { haltsOf } from "@/components/surveillance/halt-list";
import { Halts } from "@/components/surveillance/halts";
import { spanOf } from "@/components/surveillance/show";
import { Link } from "@/messages/navigation";
import { listAlerts, minutesOf, roomHalts } from "@/server/api/alerts";
import type { AlertView, Page as PageOf } from "@/wire/views";
import { pageMetadata } from "../../../page-metadata";
import { askApi, visitRoom } from "../../../room-visit";

type Props = {
  params: Promise<{ room: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const ALERTS_A_PAGE = 20;
const HALTS = 40;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("surveillance");
  const path = surveillancePath((await params).room);
  return pageMetadata({ title: t("title"), description: t("description"), path });
}

/** What the room's surveillance found, with the numbers and the evidence, and when its months were halted (8.1, 8.2). */
export default async function SurveillancePage({ params, searchParams }: Props) {
  const visit = await visitRoom((await params).room);
  const room = visit.room.id;
  const { cursor, alert: asked } = await searchParams;
  const from = typeof cursor === "string" ? `&cursor=${encodeURIComponent(cursor)}` : "";
  const [t, page, news] = await Promise.all([
    getTranslations("surveillance"),
    askApi<PageOf<AlertView>>(listAlerts, visit, `?limit=${ALERTS_A_PAGE}${from}`),
    roomHalts(room, HALTS),
  ]);
  const alerts = page?.rows ?? [];
  const minutes = await Promise.all(alerts.map((alert) => minutesOf(room, alert.symbol, spanOf(alert))));
  const served = room === PUBLIC_ROOM ? await servedFrom() : null;
  return (
    <Page>
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">
        {t.rich("lede", {
          rule: (chunks) => (
            <Link href={rulePath("8.2")} className="link">
              {chunks}
            </Link>
          ),
        })}
      </p>
      <RefreshWhileVisible seconds={30} />
      <Section title={t("alerts")} aside={t("newest")} className="mt-5">
        {alerts.length === 0 && <p className="border-t border-line py-3 text-ink-2">{t("none")}</p>}
        <ClientMessages use={["chart"]}>
          {alerts.map((alert, i) => (
            <AlertEntry
              key={alert.no}
              alert={alert}
              minutes={minutes[i]}
              open={String(alert.no) === asked}
              room={room}
              served={served}
            />
          ))}
        </ClientMessages>
        <p className="flex flex-wrap gap-x-5 border-t border-line pt-2">
          {page?.next && (
            <Link href={`${surveillancePath(room)}?cursor=${encodeURIComponent(page.next)}`} className="link">
              {t("older")}
            </Link>
          )}
          {from !== "" && (
            <Link href={surveillancePath(room)} className="link">
              {t("latest")}
            </Link>
          )}
        </p>
      </Section>
      <Section title={t("halts.title")} aside={t("halts.aside")} className="mt-6 max-w-[720px]">
        <Halts halts={haltsOf(news)} />
      </Section>
      <p className="mt-5 max-w-[720px] text-12 text-ink-3">
        {t("blind")}{" "}
        <Link href={deskPath(room)} className="link">
          {t("desk")}
        </Link>
      </p>
    </Page>
  );
}
