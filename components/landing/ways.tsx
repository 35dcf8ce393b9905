import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { places } from "../layout/places";

const ways = ["trade", "rules", "leaderboard", "api"] as const;

/** What one can do here today. */
export function Ways() {
  const t = useTranslations("landing.ways");
  return (
    <section className="mt-6.5 grid gap-3.5 border-t border-line pt-3.5 sm:grid-cols-2 sm:gap-8 lg:grid-cols-4">
      {ways.map((way) => (
        <div key={way}>
          <Link href={places.find(({ name }) => name === way)!.href} className="link text-15 font-medium">
            {t(way)}
          </Link>
          <p className="mt-0.5 text-ink-2">{t(`${way}Text`)}</p>
        </div>
      ))}
    </section>
  );
}
