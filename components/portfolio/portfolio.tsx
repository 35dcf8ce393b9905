import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import type {
  AccountSummary,
  EquityRow,
  LedgerRow,
  MarginCallRow,
  Page,
  RoomSummaryView,
  StandingRow,
} from "@/wire/views";
import { PageTitle, Section } from "../layout/page";
import { leaderboardPath } from "../layout/places";
import { Standings } from "../leaderboard/standings";
import { dayMonth } from "../market/dates";
import { grouped } from "../ui/numerals";
import { Table, Td, Th, Tr } from "../ui/table";
import type { Attribution } from "./attribution";
import { EquityFigure } from "./equity-figure";
import type { EquityLine } from "./equity-line";
import { Kpis } from "./kpis";
import { Ledger } from "./ledger";
import { MarginCalls } from "./margin-calls";
import { Positions } from "./positions";
import { Sources } from "./sources";

interface PortfolioProps {
  room: RoomSummaryView;
  nickname: string;
  account: AccountSummary;
  line: EquityLine;
  settlements: readonly EquityRow[];
  attribution: Attribution;
  standings: readonly StandingRow[];
  ledger: { page: Page<LedgerRow>; older: boolean };
  calls: readonly MarginCallRow[];
}

export function Portfolio(props: PortfolioProps) {
  const { room, account, line } = props;
  const t = useTranslations("portfolio");
  const calls = useTranslations("explain.calls");
  const locale = useLocale();
  const api = `/api/v1/rooms/${room.id}`;
  return (
    <>
      <PageTitle aside={t("who", { nickname: props.nickname, day: room.day, date: dayMonth(room.date, locale) })}>
        {t("title")}
      </PageTitle>
      <Kpis account={account} line={line} />
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-5 xl:grid-cols-[minmax(0,800px)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
          <EquityFigure
            room={room.id}
            line={line}
            settled={props.settlements.length > 0}
            table={<EquityTable rows={props.settlements} />}
          />
          <Section minor title={t("sources.title")} aside={t("sources.aside")}>
            <Sources attribution={props.attribution} />
          </Section>
          <Section minor title={t("positions.title")} aside={t("positions.aside")}>
            <Positions room={room.id} account={account} />
          </Section>
          {props.calls.length > 0 && (
            <Section minor title={calls("title")} aside={calls("aside")}>
              <MarginCalls room={room.id} calls={props.calls} />
            </Section>
          )}
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
          <Section
            minor
            className="xl:border-t-0"
            title={t("board.title")}
            aside={t("board.guest")}
            end={
              <Link href={leaderboardPath(room.id)} className="link">
                {t("board.all")}
              </Link>
            }
          >
            <Standings rows={props.standings} brief />
          </Section>
          <Section
            minor
            className="scroll-mt-4"
            id="ledger"
            title={t("ledger.title")}
            aside={t("ledger.aside")}
            end={
              <a href={`${api}/ledger?format=csv`} download="ledger.csv" className="link">
                {t("ledger.csv")}
              </a>
            }
          >
            <Ledger room={room.id} {...props.ledger} />
          </Section>
        </div>
      </div>
    </>
  );
}

function EquityTable({ rows }: { rows: readonly EquityRow[] }) {
  const t = useTranslations("portfolio.equity");
  const locale = useLocale();
  return (
    <Table className="text-12 [--row:28px]">
      <thead>
        <tr>
          <Th>{t("date")}</Th>
          <Th numeric>{t("wealth")}</Th>
          <Th numeric>{t("margin")}</Th>
          <Th numeric>{t("requirement")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.date}>
            <Td>{dayMonth(row.date, locale)}</Td>
            <Td numeric>{grouped(row.wealth)}</Td>
            <Td numeric>{grouped(row.equity)}</Td>
            <Td numeric>{grouped(row.requirement)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
