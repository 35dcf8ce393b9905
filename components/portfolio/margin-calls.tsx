"use client";

import { useLocale, useTranslations } from "next-intl";
import type { MarginCallRow, MarginExplanationView } from "@/wire/views";
import { MarginTold } from "../explain/margin-told";
import { Explanation, useDisclosure, WhyButton, WhyRow } from "../explain/why";
import { dayMonth, hourMinute } from "../market/dates";
import { dollars, grouped } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** Margin calls so far, each with what it led to (rule 7.5). */
export function MarginCalls({ room, calls }: { room: string; calls: readonly MarginCallRow[] }) {
  const t = useTranslations("explain.calls");
  return (
    <TableScroll label={t("title")}>
      <Table className="[--row:28px] max-sm:[--row:36px]">
        <thead>
          <tr>
            <Th>{t("when")}</Th>
            <Th numeric end>
              {t("amount")}
            </Th>
            <Th numeric wide>
              {t("equity")}
            </Th>
            <Th numeric wide>
              {t("maintenance")}
            </Th>
            <Th numeric wide>
              {t("due")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <Call key={call.id} room={room} call={call} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function Call({ room, call }: { room: string; call: MarginCallRow }) {
  const t = useTranslations("explain.calls");
  const locale = useLocale();
  const disclosure = useDisclosure();
  const moment = (when: string) => `${dayMonth(when, locale)} ${hourMinute(when)}`;
  return (
    <>
      <Tr>
        <Td>
          <WhyButton of={disclosure} label={t("ask")}>
            {moment(call.roomTime)}
          </WhyButton>
        </Td>
        <Td numeric end>
          {dollars(call.amount)}
        </Td>
        <Td numeric wide>
          {grouped(call.equity)}
        </Td>
        <Td numeric wide>
          {grouped(call.maintenance)}
        </Td>
        <Td numeric wide>
          {moment(call.deadline)}
        </Td>
      </Tr>
      <WhyRow of={disclosure} columns={5}>
        <Explanation<MarginExplanationView> path={`/api/v1/rooms/${room}/margin-calls/${call.seq}/explanation`}>
          {(told) => <MarginTold told={told} />}
        </Explanation>
      </WhyRow>
    </>
  );
}
