import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { GuestButton } from "@/components/account/guest-button";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle } from "@/components/layout/page";
import { portfolioPath } from "@/components/layout/places";
import { RefreshWhileVisible } from "@/components/layout/refresh";
import { attribute } from "@/components/portfolio/attribution";
import { equityLine } from "@/components/portfolio/equity-line";
import { Portfolio } from "@/components/portfolio/portfolio";
import { Button } from "@/components/ui/button";
import { dollars } from "@/components/ui/numerals";
import { defaultRoomConfig } from "@/engine/default-config";
import { getPathname, Link } from "@/messages/navigation";
import { getAccount } from "@/server/api/account";
import { listMarginCalls } from "@/server/api/explanations";
import { getLeaderboard } from "@/server/api/leaderboard";
import { listEquity, listLedger } from "@/server/api/own-history";
import { getRoom } from "@/server/api/rooms";
import { ledgerTotals } from "@/server/db/ledger-totals";
import { formatMoney } from "@/wire/decimal";
import type {
  AccountSummary,
  EquityRow,
  LedgerRow,
  MarginCallRow,
  Page as PageOf,
  RoomSummaryView,
  StandingRow,
} from "@/wire/views";
import { pageMetadata } from "../../../page-metadata";
import { askApi, type RoomVisit, visitRoom } from "../../../room-visit";

interface Props {
  params: Promise<{ room: string }>;
  searchParams: Promise<{ ledger?: string | string[] }>;
}

const LEDGER_ROWS = 25;
const RANKS = 10;
const EQUITY_DAYS = 500;
const CALLS = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("portfolio");
  const path = portfolioPath((await params).room);
  return pageMetadata({ title: t("title"), description: t("description"), path, personal: true });
}

export default async function PortfolioPage({ params, searchParams }: Props) {
  const visit = await visitRoom((await params).room);
  if (!visit.member) return <Outside visit={visit} />;
  const { ledger: cursor } = await searchParams;
  const older = typeof cursor === "string" ? cursor : null;

  // The account first: history is then asked up to what it already holds, so that the parts sum to its total.
  const account = await needed(askApi<AccountSummary>(getAccount, visit));
  const [room, ledger, equity, standings, calls] = await Promise.all([
    needed(askApi<RoomSummaryView>(getRoom, visit)),
    askApi<PageOf<LedgerRow>>(
      listLedger,
      visit,
      `?limit=${LEDGER_ROWS}${older === null ? "" : `&cursor=${encodeURIComponent(older)}`}`,
    ),
    needed(askApi<PageOf<EquityRow>>(listEquity, visit, `?limit=${EQUITY_DAYS}`)),
    needed(askApi<PageOf<StandingRow>>(getLeaderboard, visit, `?limit=${RANKS}`)),
    needed(askApi<PageOf<MarginCallRow>>(listMarginCalls, visit, `?limit=${CALLS}`)),
  ]);
  if (!ledger) notFound(); // a made-up cursor
  const sums = await ledgerTotals(visit.room.id, visit.member.account, account.seq);
  const totals = sums.map(({ contract, entry, amount }) => ({ symbol: contract, entry, amount: formatMoney(amount) }));
  return (
    <Page>
      <RefreshWhileVisible seconds={20} />
      <ClientMessages use={["portfolio", "explain", "errors", "chart"]}>
        <Portfolio
          room={room}
          nickname={visit.member.nickname}
          account={account}
          line={equityLine(equity.rows, account.deposits, { date: room.date, wealth: account.wealth })}
          settlements={equity.rows}
          attribution={attribute(totals, account.positions)}
          standings={standings.rows}
          ledger={{ page: ledger, older: older !== null }}
          calls={calls.rows}
        />
      </ClientMessages>
    </Page>
  );
}

/** Only a cursor can be bad, and these take none. */
async function needed<Answer>(answer: Promise<Answer | null>): Promise<Answer> {
  const value = await answer;
  if (value === null) throw new Error("the API refused a page's own question");
  return value;
}

/** Not a member of this room: what an account is, and how to get one. */
async function Outside({ visit }: { visit: RoomVisit }) {
  const [t, locale] = await Promise.all([getTranslations("portfolio"), getLocale()]);
  const here = getPathname({ href: portfolioPath(visit.room.id), locale });
  const { marginCash, bankCash } = defaultRoomConfig.money;
  return (
    <Page>
      <PageTitle>{t("title")}</PageTitle>
      <section className="mt-3.5 max-w-(--measure) border-t-2 border-ink pt-3">
        <h2 className="text-15">{t("outside.title")}</h2>
        <p className="mt-1 text-15 text-ink-2">
          {t("outside.text", { cash: dollars(formatMoney(marginCash + bankCash)) })}
        </p>
        <div className="mt-4 flex flex-wrap gap-2.5">
          <GuestButton callbackUrl={here} busy={t("outside.opening")} size="big">
            {t("outside.guest")}
          </GuestButton>
          <Button asChild size="big">
            <Link href={{ pathname: "/sign-in", query: { callbackUrl: here } }}>{t("outside.signIn")}</Link>
          </Button>
        </div>
      </section>
    </Page>
  );
}
