import { useTranslations } from "next-intl";
import { Page, PageTitle } from "@/components/layout/page";

export default function Landing() {
  const t = useTranslations("common");
  return (
    <Page>
      <PageTitle>{t("title")}</PageTitle>
    </Page>
  );
}
