import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives client components the texts of these namespaces (and of `common`), not the whole rulebook. */
export async function ClientMessages({ use, children }: { use: readonly string[]; children: ReactNode }) {
  const messages = await getMessages();
  const wanted = ["common", ...use];
  return (
    <NextIntlClientProvider messages={Object.fromEntries(wanted.map((name) => [name, messages[name]]))}>
      {children}
    </NextIntlClientProvider>
  );
}
