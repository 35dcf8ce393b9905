"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "../../ui/tabs";
import { useDesk } from "../desk-context";
import { useShown } from "../live/use-market";
import { Fills } from "./fills";
import { EndedOrders, Ledger } from "./history";
import { OpenOrders } from "./open-orders";
import { Positions } from "./positions";
import { RequirementTold } from "./requirement-told";
import { Settlements } from "./settlements";

const csvPaths: Record<string, string> = {
  orders: "/orders?state=all",
  fills: "/fills",
  ledger: "/ledger",
  settlements: "/ledger",
};

/** Below the chart: what one holds, what one asked for, what happened. `guestEntry` stands here until there is an account. */
export function Dock({ guestEntry }: { guestEntry: ReactNode }) {
  const t = useTranslations("desk.dock");
  const { api, signedIn } = useDesk();
  const [tab, setTab] = useState("positions");
  const held = useShown(({ market }) => market.account?.positions.filter(({ net }) => net !== 0).length ?? 0);
  const open = useShown(({ market }) => market.orders.length);
  if (!signedIn)
    return (
      <div className="grid max-w-[560px] gap-3 px-2.5 py-3 max-sm:px-4">
        <p className="text-13 text-ink-2">{t("signedOut")}</p>
        <div className="w-fit">{guestEntry}</div>
      </div>
    );
  const csv = csvPaths[tab];
  return (
    <Tabs value={tab} onValueChange={setTab} className="flex min-h-0 flex-col sm:h-full">
      <div className="flex shrink-0 items-center gap-3 border-b border-line pr-2.5 max-sm:pr-4">
        <TabList aria-label={t("label")} className="-mb-px min-w-0 flex-1 border-b-0 pl-2.5 max-sm:pl-4">
          <Tab value="positions">{held > 0 ? t("positionsN", { n: held }) : t("positions")}</Tab>
          <Tab value="orders">{open > 0 ? t("ordersN", { n: open }) : t("orders")}</Tab>
          <Tab value="fills">{t("fills")}</Tab>
          <Tab value="ledger">{t("ledger")}</Tab>
          <Tab value="settlements">{t("settlements")}</Tab>
        </TabList>
        {csv && (
          <a href={api.csv(csv)} download className="link inline-flex min-h-6 items-center">
            CSV
          </a>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <TabPanel value="positions">
          <Positions />
          <RequirementTold />
          {open > 0 && <OpenOrders ruled />}
        </TabPanel>
        <TabPanel value="orders">
          <OpenOrders />
          <EndedOrders />
        </TabPanel>
        <TabPanel value="fills">
          <Fills />
        </TabPanel>
        <TabPanel value="ledger">
          <Ledger />
        </TabPanel>
        <TabPanel value="settlements">
          <Settlements />
        </TabPanel>
      </div>
    </Tabs>
  );
}
