import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Source } from "@/tokens/prices/observation";
import { DataText } from "./data-text";

/** What is said of a row of the price data, line by line. */
export function SourceList({ children }: { children: ReactNode }) {
  return (
    <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] text-12 *:border-t *:border-line *:py-1.5 [&>dt]:pr-4 [&>dt]:text-ink-3">
      {children}
    </dl>
  );
}

export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A source with its licence. */
export function SourceLine({ source, tag }: { source: Source | undefined; tag: string }) {
  const t = useTranslations("prices.source");
  return (
    <span className="block">
      {source?.address ? (
        <a href={source.address} className="link" rel="noreferrer">
          <DataText>{source.name}</DataText>
        </a>
      ) : (
        <DataText>{source?.name ?? tag}</DataText>
      )}
      {source && (
        <span className="text-ink-3">
          {" "}
          {t.rich("licence", { licence: () => <DataText key="licence">{source.licence}</DataText> })}
        </span>
      )}
    </span>
  );
}
