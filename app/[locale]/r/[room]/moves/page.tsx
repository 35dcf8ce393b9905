import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { fullDate } from "@/components/chart/days";
import { Page, PageTitle } from "@/components/layout/page";
import { deskPath, movesPath, scenarioPath } from "@/components/layout/places";
import { RefreshWhileVisible } from "@/components/layout/refresh";
import { CauseMeanings } from "@/components/scenario/cause-meanings";
import type { ScenarioWords } from "@/components/scenario/happenings";
import { MovesTable } from "@/components/scenario/moves-table";
import { ownWords } from "@/components/scenario/own-words";
import { cn } from "@/components/ui/cn";
import { Link } from "@/messages/navigation";
import { listBenchmarks } from "@/server/api/market";
import { listMoves } from "@/server/api/moves";
import { listRoomScenarios } from "@/server/api/scenarios";
import type { RoomScenario } from "@/wire/scenario-views";
import type { BenchmarkRow, MoveView, Page as PageOf } from "@/wire/views";
import { pageMetadata } from "../../../page-metadata";
import { askApi, visitRoom } from "../../../room-visit";
import { shockNames } from "../../../scenarios/preset-words";

type Props = {
  params: Promise<{ room: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const MOVES_A_PAGE = 250;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("moves");
  const { benchmark } = await searchParams;
  const title = t("title", { benchmark: typeof benchmark === "string" ? benchmark : "PREM" });
  return pageMetadata({ title, description: t("description"), path: `/r/${(await params).room}/moves` });
}

/** What is no preset goes by its own words. */
const titled = (words: ScenarioWords) => ({ title: words.title, words });

/** Why a benchmark of the room moved: every move beside the causes it is the sum of. */
export default async function MovesPage({ params, searchParams }: Props) {
  const visit = await visitRoom((await params).room);
  const room = visit.room.id;
  const query = await searchParams;
  const benchmarks = (await askApi<PageOf<BenchmarkRow>>(listBenchmarks, visit))?.rows ?? [];
  const here = benchmarks.find(({ id }) => id === query.benchmark)?.id ?? benchmarks[0].id;
  const cursor = typeof query.cursor === "string" ? `&cursor=${encodeURIComponent(query.cursor)}` : "";
  const page = await askApi<PageOf<MoveView>>(listMoves, visit, `?limit=${MOVES_A_PAGE}${cursor}`, { id: here });
  const [t, scenarios] = [await getTranslations("moves"), await getTranslations("scenarios")];
  const [own, locale] = [await getTranslations("scenario-words"), await getLocale()];
  const ran = ((await askApi<PageOf<RoomScenario>>(listRoomScenarios, visit))?.rows ?? []).map((one) => ({
    ...one,
    ...(one.preset ? { title: null, words: null } : titled(ownWords(own, locale, one))),
  }));
  const moved = (page?.rows ?? []).filter(({ move, causes }) => move === null || (causes ?? []).length > 0);
  return (
    <Page>
      <PageTitle>{t("title", { benchmark: here })}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede")}</p>
      <RefreshWhileVisible seconds={60} />
      <nav
        aria-label={t("benchmarks")}
        className="mt-4 flex gap-[18px] overflow-x-auto scroll-edges border-b border-line"
      >
        {benchmarks.map(({ id }) => (
          <Link
            key={id}
            href={movesPath(room, id)}
            aria-current={id === here ? "page" : undefined}
            className={cn(
              "min-h-9 content-center text-ink-2 hover:text-ink max-sm:min-h-(--ctl)",
              id === here && "font-medium text-ink shadow-[inset_0_-2px_var(--ink)]",
            )}
          >
            {id}
          </Link>
        ))}
      </nav>
      <MovesTable
        rows={moved}
        shocks={shockNames(
          scenarios,
          ran.flatMap(({ words }) => words ?? []),
        )}
        label={t("title", { benchmark: here })}
      />
      <p className="mt-3 flex flex-wrap gap-x-5 text-ink-3">
        {page?.next && (
          <Link href={`${movesPath(room, here)}&cursor=${encodeURIComponent(page.next)}`} className="link">
            {t("older")}
          </Link>
        )}
        {cursor !== "" && (
          <Link href={movesPath(room, here)} className="link">
            {t("newest")}
          </Link>
        )}
        <span>{t("still")}</span>
        <Link href={deskPath(room)} className="link">
          {t("desk", { benchmark: here })}
        </Link>
        <Link href="/scenarios" className="link">
          {t("scenarios")}
        </Link>
      </p>
      {ran.length > 0 && (
        <p className="mt-2 text-ink-2">
          {t("ran")}{" "}
          {ran.map(({ id, title, firstDay }, i) => (
            <Fragment key={`${id} ${firstDay}`}>
              {i > 0 && t("and")}
              {t.rich("ranOne", {
                date: fullDate(firstDay, locale),
                title: () =>
                  title ?? (
                    <Link key={id} href={scenarioPath(id)} className="link">
                      {scenarios(`presets.${id as "rationing"}.title`)}
                    </Link>
                  ),
              })}
            </Fragment>
          ))}
        </p>
      )}
      <CauseMeanings />
    </Page>
  );
}
