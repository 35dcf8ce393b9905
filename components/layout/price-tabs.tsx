import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { cn } from "../ui/cn";
import { pricePages } from "./places";

/** Between the pages of what a token costs. */
export function PriceTabs({ here }: { here: (typeof pricePages)[number]["name"] }) {
  const t = useTranslations("common.pricePages");
  return (
    <nav aria-label={t("label")} className="mb-4 flex gap-[18px] overflow-x-auto scroll-edges border-b border-line">
      {pricePages.map(({ name, href }) => (
        <Link
          key={name}
          href={href}
          aria-current={here === name ? "page" : undefined}
          className={cn(
            "min-h-9 content-center whitespace-nowrap text-ink-2 hover:text-ink max-sm:min-h-(--ctl)",
            here === name && "font-medium text-ink shadow-[inset_0_-2px_var(--ink)]",
          )}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
