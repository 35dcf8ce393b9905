import { useTranslations } from "next-intl";
import { CACHED_BLEND, SLOT_BLEND } from "@/tokens/prices/blend";
import { sellerName } from "@/tokens/prices/sellers";
import type { Query } from "../chart/addresses";
import { Button } from "../ui/button";
import { type Catalogue, type Choice, kindsOf, MOST_PARTS, mixText, sameMix, shows } from "./choice";
import { Choose, PickDay, PickOne } from "./form-parts";
import { LiveForm } from "./live-form";
import { PartSlider } from "./part-slider";

interface ControlsProps {
  choice: Choice;
  catalogue: Catalogue;
  /** The parts of the mix are set one by one. */
  ownMix: boolean;
  action: string;
  /** What else the address keeps. */
  carried: Query;
  days: { first: string; last: string };
}

const presets = [SLOT_BLEND, CACHED_BLEND];
const usual = { show: "benchmarks", kind: "mix", mix: "3:1", measure: "average", scale: "log" };

/** Everything that can be chosen, as a plain form whose state is the address. */
export function Controls({ choice, catalogue, ownMix, action, carried, days }: ControlsProps) {
  const t = useTranslations("prices.controls");
  const { show } = choice;
  const sellers = [...catalogue.keys()].map((value) => ({ value, label: sellerName(value) }));
  const mix = ownMix ? "own" : (presets.find((one) => sameMix(one, choice.mix)) ?? SLOT_BLEND);
  return (
    <LiveForm
      action={action}
      label={t("label")}
      usual={usual}
      carried={carried}
      className="flex flex-wrap items-end gap-x-3 gap-y-2.5 border-t-2 border-ink py-3"
    >
      <Choose
        name="show"
        label={t("show")}
        value={show}
        options={shows.map((value) => ({ value, label: t(`shows.${value}`) }))}
        className="min-w-36 max-sm:flex-1"
      />
      {show !== "benchmarks" && (
        <Choose
          name="provider"
          label={t("provider")}
          value={choice.provider}
          options={show === "models" ? sellers : [{ value: "", label: t("anyProvider") }, ...sellers]}
          className="min-w-32 max-sm:flex-1"
        />
      )}
      {show === "models" && (
        <Choose
          name="model"
          label={t("model")}
          value={choice.model}
          options={(catalogue.get(choice.provider)?.models ?? []).map((value) => ({ value, label: value }))}
          className="w-60 max-sm:w-full"
        />
      )}
      <Choose
        name="kind"
        label={t("kind")}
        value={choice.kind}
        options={kindsOf(show).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        className="min-w-28 max-sm:flex-1"
      />
      {choice.kind === "mix" && (
        <PickOne
          name="mix"
          label={t("mix")}
          value={typeof mix === "string" ? mix : mixText(mix)}
          options={[
            ...presets.map((one) => ({ value: mixText(one), label: mixText(one) })),
            { value: "own", label: t("own") },
          ]}
          className="min-w-44 max-sm:flex-1"
        />
      )}
      {show === "benchmarks" && (
        <PickOne
          name="measure"
          label={t("measure")}
          value={choice.measure}
          options={(["average", "like-for-like"] as const).map((value) => ({ value, label: t(`measures.${value}`) }))}
          className="min-w-40 max-sm:flex-1"
        />
      )}
      <PickOne
        name="scale"
        label={t("scale")}
        value={choice.scale}
        options={(["log", "linear"] as const).map((value) => ({ value, label: t(`scales.${value}`) }))}
        className="min-w-28 max-sm:flex-1"
      />
      <PickDay name="known" label={t("known")} value={choice.known ?? ""} min={days.first} max={days.last} />
      {choice.kind === "mix" && ownMix && (
        <fieldset className="flex basis-full flex-wrap gap-x-4 gap-y-1" key={mixText(choice.mix)}>
          <legend className="sr-only">{t("parts.label")}</legend>
          <PartSlider name="c" label={t("parts.c")} initial={choice.mix.cached} most={MOST_PARTS} />
          <PartSlider name="i" label={t("parts.i")} initial={choice.mix.input} most={MOST_PARTS} />
          <PartSlider name="o" label={t("parts.o")} initial={choice.mix.output} most={MOST_PARTS} />
        </fieldset>
      )}
      <Button type="submit" className="hidden noscript:inline-flex">
        {t("submit")}
      </Button>
    </LiveForm>
  );
}
