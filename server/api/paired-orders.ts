import type { Command } from "@/engine/commands";
import type { RoomId } from "@/server/port";
import type { ErrorCode } from "@/wire/errors";
import { toOrderView, toPreviewAnswer } from "@/wire/from-engine";
import { toErrorBody } from "@/wire/refusal-body";
import { OcoRequest, SpreadRequest } from "@/wire/requests";
import { OrderView, PreviewAnswer } from "@/wire/views";
import { ask, contractsOf, submit } from "./ask";
import { memberEndpoint } from "./endpoint";
import { draftOrder, draftSpread } from "./order-draft";
import { refusedOrders } from "./orders";
import { HostFailed, json, refuseWith } from "./respond";

const answers = {
  201: { schema: OrderView, text: "The order, with the fills it made on entry" },
  200: { schema: OrderView, text: "It was sent again under its clientOrderId: its first outcome" },
};

export const placeOco = memberEndpoint(
  {
    id: "placeOco",
    method: "POST",
    path: "/rooms/{room}/orders/oco",
    tag: "trading",
    summary: "Place two orders of which each shrinks by what the other fills, and ends with it: both enter, or none",
    body: OcoRequest,
    answers: { ...answers, 201: { schema: OrderView, text: "The first of them; the second is in `others`" } },
    refusals: refusedOrders,
    counts: () => 2,
  },
  async ({ room, member, body }) => {
    const [one, two] = body.orders;
    const contracts = await contractsOf(room.id, one.symbol);
    const [first, second] = [draftOrder(one, contracts), draftOrder(two, contracts)];
    if (!first.ok) return refuseWith(first.error);
    if (!second.ok) return refuseWith(second.error);
    const orders = [first.order, second.order] as const;
    return placed(room.id, one.symbol, { kind: "place-oco", account: member.account, orders });
  },
);

const spreadRefusals: ErrorCode[] = ["not-adjacent", "leg-locked"];

export const placeSpread = memberEndpoint(
  {
    id: "placeSpread",
    method: "POST",
    path: "/rooms/{room}/spreads",
    tag: "trading",
    summary:
      "Trade two adjacent months against each other: pairs of lots at near − far or better, now or not at all (rule 2.4)",
    body: SpreadRequest,
    answers,
    refusals: [...refusedOrders, ...spreadRefusals],
    counts: () => 2,
  },
  async ({ room, member, body }) => {
    const contracts = await contractsOf(room.id, body.far);
    const drafted = draftSpread(body, contracts);
    if (!drafted.ok) return refuseWith(drafted.error);
    return placed(room.id, body.near, { kind: "place-spread", account: member.account, spread: drafted.spread });
  },
);

export const previewSpread = memberEndpoint(
  {
    id: "previewSpread",
    method: "POST",
    path: "/rooms/{room}/spreads/preview",
    tag: "trading",
    summary: "What a spread would do now; nothing is changed. Its average price is that of near − far",
    body: SpreadRequest,
    answers: {
      200: { schema: PreviewAnswer, text: "Pairs, fees, margin after, and the refusal if there would be one" },
    },
    refusals: ["unknown-contract", "off-tick"],
  },
  async ({ room, member, body }) => {
    const contracts = await contractsOf(room.id, body.far);
    const drafted = draftSpread(body, contracts);
    if (!drafted.ok) return refuseWith(drafted.error);
    const preview = await ask(room.id, "previewSpread", { account: member.account, spread: drafted.spread });
    if (preview.value === null) throw new HostFailed({ kind: "failed", code: "older-engine" });
    const order = { symbol: body.near, side: body.side, touch: null };
    return json(toPreviewAnswer(preview.value, order, contracts.notation, preview.seq));
  },
);

/** Submits what makes an order, and answers with it; a rejected one stands beside its error. */
async function placed(room: RoomId, symbol: string, command: Command): Promise<Response> {
  const outcome = await submit(room, command);
  const { notation } = await contractsOf(room);
  if (outcome.kind === "refused") return refuseWith(toErrorBody(outcome.refusal, symbol, notation));
  if (outcome.kind !== "order") throw new Error(`"${command.kind}" came to "${outcome.kind}"`);
  const order = toOrderView(outcome.order, outcome.fills, notation, outcome.others);
  const { refusal } = outcome.order;
  if (refusal) return refuseWith(toErrorBody(refusal, symbol, notation), { order });
  return json(order, outcome.repeated ? 200 : 201);
}
