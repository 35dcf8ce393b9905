"use client";

import { useTranslations } from "next-intl";
import type { PreviewAnswer } from "@/wire/views";
import { cn } from "../../ui/cn";
import { BeforeAfter, KeyValue, KeyValueList } from "../../ui/key-value";
import { dollars, grouped } from "../../ui/numerals";
import { useDesk, useDeskQuote, useDraft } from "../desk-context";
import { isStop } from "./draft";
import { expectedFill, firesAtOnce } from "./expected-fill";
import type { Preview } from "./use-preview";

/** What the order would do: fill, cost, and money before and after. Values stay in place, quiet, while the room is asked again. */
export function PreviewLines({ preview }: { preview: Preview }) {
  const t = useTranslations("desk.ticket");
  const { signedIn } = useDesk();
  const draft = useDraft();
  const quote = useDeskQuote();
  if (!signedIn)
    return (
      <KeyValueList className="text-12 leading-[19px] max-sm:text-13 max-sm:leading-6">
        <KeyValue name={t("feeALot")}>{dollars(quote.feeTaker)}</KeyValue>
        <KeyValue name={t("marginALot")}>{dollars(quote.initialMargin)}</KeyValue>
      </KeyValueList>
    );
  const { answer } = preview;
  const value = (text: string | undefined | null) => text ?? "\u00a0";
  return (
    <KeyValueList
      className={cn(
        "text-12 leading-[19px] max-sm:text-13 max-sm:leading-6",
        !preview.current && "text-ink-3 [&_*]:text-ink-3",
      )}
    >
      <KeyValue name={t("expected")}>{answer ? <ExpectedFill answer={answer} /> : value(null)}</KeyValue>
      {!isStop(draft) && (
        <KeyValue name={t("slippage")}>{value(answer?.slippage && dollars(answer.slippage))}</KeyValue>
      )}
      <KeyValue name={t("fee", { fee: dollars(quote.feeTaker) })}>{value(answer && dollars(answer.fee))}</KeyValue>
      <span aria-hidden className="col-span-2 my-[5px] border-t border-line" />
      <KeyValue name={t("requirement")}>
        {answer ? (
          <BeforeAfter before={grouped(answer.requirementBefore)} after={dollars(answer.requirementAfter)} />
        ) : (
          value(null)
        )}
      </KeyValue>
      <KeyValue name={t("freeAfter")}>
        {answer ? <BeforeAfter before={grouped(answer.freeBefore)} after={dollars(answer.freeAfter)} /> : value(null)}
      </KeyValue>
    </KeyValueList>
  );
}

/** A stop that its source has not reached waits; any other order meets the book. */
function ExpectedFill({ answer }: { answer: PreviewAnswer }) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const quote = useDeskQuote();
  if (isStop(draft) && !firesAtOnce(draft, quote)) return t("waits");
  if (quote.state === "collecting" && answer.rests > 0) return t("collects", { lots: answer.rests });
  const { says, ...values } = expectedFill(answer, draft.price);
  return t(says, values);
}
