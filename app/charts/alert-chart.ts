import { getTranslations } from "next-intl/server";
import { PUBLIC_ROOM, rulePath, surveillancePath } from "@/components/layout/places";
import { alertChart } from "@/components/surveillance/alert-view";
import { spanOf } from "@/components/surveillance/show";
import { ruleOf } from "@/components/surveillance/sources";
import { minutesOf } from "@/server/api/alerts";
import { contractsOf } from "@/server/api/ask";
import { alertsOf } from "@/server/db/alerts";
import { toAlertView } from "@/wire/alert-views";
import type { AlertView } from "@/wire/views";
import type { Chart } from "./chart";

/** One alert of the public room, as everybody sees it: not whose it is. Null: there is none of this number. */
export async function publicAlert(no: number, locale: string): Promise<Chart | null> {
  const alert = await alertOf(no);
  if (!alert) return null;
  const [t, minutes] = await Promise.all([
    getTranslations({ locale, namespace: "surveillance" }),
    minutesOf(PUBLIC_ROOM, alert.symbol, spanOf(alert)),
  ]);
  return {
    ...alertChart(alert, minutes, t),
    page: surveillancePath(PUBLIC_ROOM),
    query: { alert: String(no) },
    method: rulePath(ruleOf(alert.pattern)),
  };
}

const MOST_BACK = 2000;

/** Alerts are counted from 1 without a gap, so the latest says how far back this one is. */
async function alertOf(no: number): Promise<AlertView | null> {
  const [latest] = await alertsOf(PUBLIC_ROOM, { before: null, limit: 1 });
  const back = latest ? latest.alert.no - no : -1;
  if (!Number.isInteger(back) || back < 0 || back >= MOST_BACK) return null;
  const event = (await alertsOf(PUBLIC_ROOM, { before: null, limit: back + 1 })).find(({ alert }) => alert.no === no);
  const { notation } = await contractsOf(PUBLIC_ROOM);
  return event ? toAlertView(event, notation, { account: null, runsRoom: false }) : null;
}
