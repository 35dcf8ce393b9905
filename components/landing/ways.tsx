import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { addressOf, parts } from "./parts";

const quiet = "link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)";

/** What one can do here, and where. */
export function Ways() {
  const t = useTranslations("landing.ways");
  const nav = useTranslations("common.nav");
  const prices = useTranslations("common.pricePages");
  const realism = useTranslations("realism");
  const nameOf = {
    portfolio: nav("portfolio"),
    leaderboard: nav("leaderboard"),
    surveillance: nav("surveillance"),
    benchmarks: prices("benchmarks"),
    cost: prices("cost"),
    bill: prices("bill"),
    api: nav("api"),
  };
  return (
    <section className="mt-6.5 grid gap-3.5 border-t border-line pt-3.5 sm:grid-cols-2 sm:gap-8 lg:grid-cols-4">
      {parts.map(({ first, beside }) => (
        <div key={first}>
          <Link href={addressOf(first)} className="link text-15 font-medium">
            {t(first)}
          </Link>
          <p className="mt-0.5 text-ink-2">{t(`${first}Text`)}</p>
          <p className="mt-1 flex flex-wrap gap-x-4">
            {beside.map((place) => (
              <Link key={place} href={addressOf(place)} className={quiet}>
                {nameOf[place]}
              </Link>
            ))}
            {first === "scenarios" && (
              <Link href="/realism" className={quiet}>
                {realism("link")}
              </Link>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
