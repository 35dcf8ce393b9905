import type { StandingView } from "@/engine/views";
import { nicknamesOf } from "@/server/db/members";
import { formatMoney, formatRatio } from "@/wire/decimal";
import { LeaderboardQuery } from "@/wire/requests";
import { pageOf, StandingRow } from "@/wire/views";
import { ask } from "./ask";
import { roomEndpoint } from "./endpoint";
import { answerRows } from "./rows";

const rowsUnlessTold = 100;

export const getLeaderboard = roomEndpoint(
  {
    id: "getLeaderboard",
    method: "GET",
    path: "/rooms/{room}/leaderboard",
    tag: "market",
    summary: "Marked wealth, return, drawdown and trades of the people in a room",
    query: LeaderboardQuery,
    answers: { 200: { schema: pageOf(StandingRow), text: "Highest return first; your own row is always there" } },
    csv: true,
  },
  async ({ room, member, query }) => {
    const { value, seq } = await ask(room.id, "standings", {});
    const people = await nicknamesOf(
      room.id,
      value.map(({ account }) => account),
    );
    const { limit = rowsUnlessTold } = query;
    let rank = 0;
    const rows = [...value].sort(byReturn).flatMap((standing): (StandingRow & { account: number })[] => {
      const person = people.get(standing.account);
      if (!person) return []; // left, and took their name along
      const ranked = !person.guest && standing.trades > 0; // 8.4, and doing nothing is no result
      if (ranked) rank++;
      return [{ account: standing.account, ...toRow(standing, person, ranked ? rank : null) }];
    });
    const shown = rows
      .filter(({ account }, i) => i < limit || account === member?.account)
      .map(({ account, ...row }) => ({ ...row, you: account === member?.account }));
    return answerRows({ rows: shown, next: null, seq }, query.format);
  },
);

/** Highest wealth for what was put in; then fewer trades, then the older account, so that the order is total. */
function byReturn(a: StandingView, b: StandingView): number {
  const difference = BigInt(b.wealth) * BigInt(a.deposits) - BigInt(a.wealth) * BigInt(b.deposits);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return a.trades - b.trades || a.account - b.account;
}

const toRow = (
  { wealth, deposits, drawdown, trades }: StandingView,
  { nickname, guest }: { nickname: string; guest: boolean },
  rank: number | null,
): StandingRow => ({
  rank,
  nickname,
  guest,
  you: false,
  wealth: formatMoney(wealth),
  returnPercent: deposits === 0 ? "0.00" : formatRatio((wealth - deposits) * 100, deposits, 2),
  drawdownPercent: formatRatio(drawdown, 10_000, 2),
  trades,
});
