import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageTitle } from "@/components/layout/page";
import { deskPath, movesPath } from "@/components/layout/places";
import { RefreshWhileVisible } from "@/components/layout/refresh";
import { MovesTable } from "@/components/scenario/moves-table";
import { cn } from "@/components/ui/cn";
import { Link } from "@/messages/navigation";
import { listBenchmarks } from "@/server/api/market";
import { listMoves } from "@/server/api/moves";
import type { BenchmarkRow, MoveView, Page as PageOf } from "@/wire/views";
import { askApi, visitRoom } from "../../../room-visit";
import { shockNames } from "../../../scenarios/preset-words";

type Props = {
  params: Promise<{ room: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const MOVES_A_PAGE = 250;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("moves");
  const { benchmark } = await searchParams;
  return { title: t("title", { benchmark: typeof benchmark === "string" ? benchmark : "PREM" }) };
}

/** Why a benchmark of the room moved: every move beside the causes it is the sum of. */
export default async function MovesPage({ params, searchParams }: Props) {
  const visit = await visitRoom((await params).room);
  const room = visit.room.id;
  const query = await searchParams;
  const benchmarks = (await askApi<PageOf<BenchmarkRow>>(listBenchmarks, visit))?.rows ?? [];
  const here = benchmarks.find(({ id }) => id === query.benchmark)?.id ?? benchmarks[0].id;
  const cursor = typeof query.cursor === "string" ? `&cursor=${encodeURIComponent(query.cursor)}` : "";
  const page = await askApi<PageOf<MoveView>>(listMoves, visit, `?limit=${MOVES_A_PAGE}${cursor}`, { id: here });
  const t = await getTranslations("moves");
  const moved = (page?.rows ?? []).filter(({ move, causes }) => move === null || (causes ?? []).length > 0);
  return (
    <Page>
      <PageTitle>{t("title", { benchmark: here })}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede")}</p>
      <RefreshWhileVisible seconds={60} />
      <nav aria-label={t("benchmarks")} className="mt-4 flex gap-[18px] overflow-x-auto scroll-edges border-b border-line">
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
        shocks={shockNames(await getTranslations("scenarios"))}
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
    </Page>
  );
}
