import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/messages/navigation";
import type { ContractQuote } from "@/wire/views";
import { Section } from "../layout/page";
import { deskPath } from "../layout/places";
import type { Snapshot } from "../market/live/reduce";
import { MarketProvider } from "../market/live/use-market";
import { Hero } from "./hero";
import { LiveFigure } from "./live-figure";
import { MarketBoard, RoomMoment } from "./market-board";
import type { DatedPrice, Measured } from "./market-view";
import { Ways } from "./ways";

interface LandingProps {
  snapshot: Snapshot;
  streamUrl: string;
  /** Fixings of the featured benchmark before the seam. */
  measured: Measured;
  /** The contract the headline asks about. */
  featured: ContractQuote;
  /** Simulated fixings of the featured benchmark so far. */
  fixings: readonly DatedPrice[];
  actions: ReactNode;
}

export function Landing({ snapshot, streamUrl, measured, featured, fixings, actions }: LandingProps) {
  const t = useTranslations("landing");
  const { room } = snapshot;
  return (
    <MarketProvider snapshot={snapshot} news={[]} streamUrl={streamUrl}>
      <Hero
        contract={featured}
        today={room.date}
        actions={actions}
        figure={<LiveFigure measured={measured} fixings={fixings} featured={featured} />}
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
