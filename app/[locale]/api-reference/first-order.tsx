import { useTranslations } from "next-intl";
import { PUBLIC_ROOM } from "@/components/layout/places";
import { Link } from "@/messages/navigation";

const create = "npm run create-key -- --user NAME --json";
const commands = (origin: string) => `curl ${origin}/api/v1/rooms/${PUBLIC_ROOM}/contracts

curl ${origin}/api/v1/rooms/${PUBLIC_ROOM}/orders \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -d '{"symbol":"PREM-DEC26","side":"buy","type":"market","lots":1,"clientOrderId":"first-1"}'

curl -N ${origin}/api/v1/rooms/${PUBLIC_ROOM}/stream -H "Authorization: Bearer $KEY"`;

/** From nothing to a filled order, to be copied. */
export function FirstOrder({ origin }: { origin: string }) {
  const t = useTranslations("api.first");
  return (
    <div className="grid max-w-(--measure) gap-2">
      <p>
        <Link className="link" href="/account">
          {t("key")}
        </Link>{" "}
        <code className="font-mono text-12">{create}</code>
      </p>
      <p>{t("then")}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="overflow-x-auto bg-sunken px-3 py-2.5 font-mono text-12 leading-5"
      >
        {commands(origin)}
      </pre>
    </div>
  );
}
