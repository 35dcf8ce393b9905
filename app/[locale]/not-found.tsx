import { useTranslations } from "next-intl";
import { Page, PageTitle } from "@/components/layout/page";
import { Link } from "@/messages/navigation";

export default function NotFound() {
  const t = useTranslations("common.missing");
  return (
    <Page>
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-3 text-15 text-ink-2">{t("text")}</p>
      <p className="mt-3 text-15">
        <Link href="/" className="link">
          {t("home")}
        </Link>
      </p>
    </Page>
  );
}
