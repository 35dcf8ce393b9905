import { type AccountNo, cents } from "@/engine/units";
import type { RoomId } from "@/server/port";
import { parseSignedDecimal } from "@/wire/decimal";
import { toAccountSummary } from "@/wire/from-engine";
import { toErrorBody } from "@/wire/refusal-body";
import { TransferRequest } from "@/wire/requests";
import { AccountSummary } from "@/wire/views";
import { ask, contractsOf, submit } from "./ask";
import { memberEndpoint } from "./endpoint";
import { badDecimal, badRequest } from "./order-draft";
import { json, refuseWith } from "./respond";

export const getAccount = memberEndpoint(
  {
    id: "getAccount",
    method: "GET",
    path: "/rooms/{room}/account",
    tag: "account",
    summary: "Your cash, margin and positions",
    answers: { 200: { schema: AccountSummary, text: "Marked at this moment" } },
  },
  async ({ room, member }) => json(await accountSummary(room.id, member.account)),
);

export const postTransfer = memberEndpoint(
  {
    id: "transfer",
    method: "POST",
    path: "/rooms/{room}/transfers",
    tag: "account",
    summary: "Move money between your bank cash and your margin cash",
    body: TransferRequest,
    answers: { 201: { schema: AccountSummary, text: "Done; your account after it" } },
    refusals: ["transfer-limit", "room-ended"],
  },
  async ({ room, member, body }) => {
    const amount = parseSignedDecimal(body.amount, 2);
    if (!amount.ok) return refuseWith(badDecimal("amount", amount.problem));
    if (amount.value === 0) return refuseWith(badRequest("amount", "moves nothing"));
    const { account } = member;
    const outcome = await submit(room.id, { kind: "transfer", account, amount: cents(amount.value) });
    const { notation } = await contractsOf(room.id);
    if (outcome.kind === "refused") return refuseWith(toErrorBody(outcome.refusal, null, notation));
    if (outcome.kind !== "transferred") throw new Error(`a transfer came to "${outcome.kind}"`);
    return json(await accountSummary(room.id, account), 201);
  },
);

export async function accountSummary(room: RoomId, account: AccountNo): Promise<AccountSummary> {
  const [answer, view, { notation }] = await Promise.all([
    ask(room, "account", { account }),
    ask(room, "view", {}),
    contractsOf(room),
  ]);
  if (!answer.value) throw new Error(`a member's account ${account} is not in room ${room}`);
  return toAccountSummary(answer.value, notation, view.value.now);
}
