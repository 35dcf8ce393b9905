import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { places } from "./places";

export function Footer() {
  const t = useTranslations("common");
  const realism = useTranslations("realism");
  return (
    <footer className="mx-auto w-full max-w-[1440px] px-(--bar-pad) pb-8">
      <div className="flex flex-wrap items-baseline gap-x-[18px] gap-y-1 border-t border-line pt-3 text-12 text-ink-3">
        <p className="mr-auto max-w-[680px]">{t("footer")}</p>
        {places.map(({ name, href }) => (
          <Link
            key={name}
            href={href}
            className="inline-flex min-h-6 items-center text-ink-2 hover:text-ink max-sm:min-h-(--ctl)"
          >
            {t(`nav.${name}`)}
          </Link>
        ))}
        <Link
          href="/realism"
          className="inline-flex min-h-6 items-center text-ink-2 hover:text-ink max-sm:min-h-(--ctl)"
        >
          {realism("link")}
        </Link>
      </div>
    </footer>
  );
}
