import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PUBLIC_ROOM } from "@/components/layout/places";
import { Link } from "@/messages/navigation";

export interface Example {
  readonly origin: string;
  readonly symbol: string;
}

const create = "npm run --silent create-key -- --user NAME --json";
const commands = ({ origin, symbol }: Example) => `curl ${origin}/api/v1/rooms/${PUBLIC_ROOM}/contracts

curl ${origin}/api/v1/rooms/${PUBLIC_ROOM}/orders \\
  -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"symbol":"${symbol}","side":"buy","type":"market","lots":1,"clientOrderId":"first-1"}'

curl -N ${origin}/api/v1/rooms/${PUBLIC_ROOM}/stream \\
  -H "Authorization: Bearer $KEY"`;

/** From nothing to a filled order, to be copied. */
export function FirstOrder(example: Example) {
  const t = useTranslations("api.first");
  const account = (words: ReactNode) => (
    <Link className="link" href="/account">
      {words}
    </Link>
  );
  return (
    <div className="grid gap-2">
      <p>{t.rich("key", { account })}</p>
      <Code text={create} />
      <p>{t("then")}</p>
      <Code text={commands(example)} />
    </div>
  );
}

function Code({ text }: { text: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="max-w-[52rem] overflow-x-auto scroll-edges bg-sunken [--ground:var(--sunken)] px-3 py-2.5 font-mono text-12 leading-5"
    >
      {text}
    </pre>
  );
}
