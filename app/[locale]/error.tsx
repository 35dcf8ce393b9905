"use client";

import { useTranslations } from "next-intl";
import { Page, PageTitle } from "@/components/layout/page";
import { Button } from "@/components/ui/button";

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("common.failed");
  return (
    <Page>
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-3 text-15 text-ink-2">{t("text", { digest: error.digest ?? "-" })}</p>
      <p className="mt-4">
        <Button onClick={reset}>{t("retry")}</Button>
      </p>
    </Page>
  );
}
