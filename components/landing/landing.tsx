import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MeasuredHistory } from "@/content/history/premium-us";
import { Link } from "@/messages/navigation";
import type { ContractQuote } from "@/wire/views";
import { Figure } from "../figure/figure";
import { Section } from "../layout/page";
import { deskPath, rulePath } from "../layout/places";
import type { Snapshot } from "../market/live/reduce";
import { MarketProvider } from "../market/live/use-market";
import { priceOf } from "./featured";
import { FigureTable } from "./figure-table";
import { Hero } from "./hero";
import { LiveFigure } from "./live-figure";
import { MarketBoard, RoomMoment } from "./market-board";
import type { DatedPrice } from "./market-figure";
import { Ways } from "./ways";

interface LandingProps {
  snapshot: Snapshot;
  streamUrl: string;
  history: MeasuredHistory;
  /** The contract the headline asks about. */
  featured: ContractQuote;
  /** Simulated fixings of the featured benchmark so far. */
  fixings: readonly DatedPrice[];
  actions: ReactNode;
}

export function Landing({ snapshot, streamUrl, history, featured, fixings, actions }: LandingProps) {
  const t = useTranslations("landing");
  const { room, contracts } = snapshot;
  const months = contracts.filter(({ benchmark }) => benchmark === featured.benchmark);
  return (
    <MarketProvider snapshot={snapshot} news={[]} streamUrl={streamUrl}>
      <Hero
        contract={featured}
        today={room.date}
        actions={actions}
        figure={
          <Figure
            title={t("figure.title")}
            unit={
              <>
                <span className="sm:hidden">{t("figure.unit")}</span>
                <span className="max-sm:hidden">{t("figure.unitLong")}</span>
              </>
            }
            source={t("figure.source")}
            links={
              <>
                <Link href={rulePath("3.1")} className="link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)">
                  {t("figure.method")}
                </Link>
                <a
                  href="/history/premium-us.csv"
                  download
                  className="link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)"
                >
                  {t("figure.csv")}
                </a>
              </>
            }
            table={{
              label: t("figure.table"),
              children: (
                <FigureTable
                  history={history}
                  fixings={fixings}
                  curve={months.map((quote) => ({ ...quote, price: priceOf(quote) }))}
                />
              ),
            }}
          >
            <LiveFigure
              measured={history.steps}
              seam={history.to}
              fixings={fixings}
              benchmark={featured.benchmark}
              featured={featured.symbol}
            />
          </Figure>
        }
      />
      <Section
        className="mt-5.5"
        title={t("market.title")}
        aside={<RoomMoment />}
        end={
          <Link href={deskPath(room.id)} className="link">
            {t("toDesk")}
          </Link>
        }
      >
        <MarketBoard room={room.id} featured={featured} />
      </Section>
      <Ways />
    </MarketProvider>
  );
}
