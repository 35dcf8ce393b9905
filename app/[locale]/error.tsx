"use client";

import { useTranslations } from "next-intl";

/** Every page carries this one along, so it is made of nothing but elements. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("common.failed");
  return (
    <main id="content" data-density="read" className="mx-auto min-h-[70dvh] w-full max-w-[1440px] px-(--bar-pad) py-6">
      <h1 className="text-28">{t("title")}</h1>
      <p className="mt-3 text-15 text-ink-2">{t("text", { digest: error.digest ?? "-" })}</p>
      <button
        type="button"
        onClick={reset}
        className="mt-4 min-h-(--ctl) rounded-ctl border border-line-strong bg-surface px-3 font-medium hover:bg-sunken"
      >
        {t("retry")}
      </button>
    </main>
  );
}
