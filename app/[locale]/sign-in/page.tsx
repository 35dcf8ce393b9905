import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { type Door, doors, parseEntryError } from "@/components/account/enter";
import { EntryForm } from "@/components/account/entry-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { deskPath, PUBLIC_ROOM } from "@/components/layout/places";
import { cn } from "@/components/ui/cn";
import { Note } from "@/components/ui/note";
import { dollars } from "@/components/ui/numerals";
import { defaultRoomConfig } from "@/engine/default-config";
import { getPathname, Link } from "@/messages/navigation";
import { csrfCookieName, csrfTokenOf, isHttps } from "@/server/access/csrf-cookie";
import { currentSession } from "@/server/access/current-session";
import { formatMoney } from "@/wire/decimal";
import { pageMetadata } from "../page-metadata";

interface Query {
  way?: string;
  error?: string;
  callbackUrl?: string;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/sign-in", personal: true });
}

/** Three ways in, each a plain form. The tabs are links, so that nothing here needs a script. */
export default async function SignIn({ searchParams }: { searchParams: Promise<Query> }) {
  const { way, error, callbackUrl } = await searchParams;
  const [t, locale, me, csrfToken] = await Promise.all([
    getTranslations("account.signIn"),
    getLocale(),
    currentSession(),
    formToken(),
  ]);
  const refusal = parseEntryError(error);
  const desk = getPathname({ href: deskPath(PUBLIC_ROOM), locale });
  const next = ownPath(callbackUrl) ?? desk;
  const open = doors.filter((door) => !(me && door === "guest"));
  const chosen = open.find((door) => door === way) ?? open.find((door) => door === refusal?.door) ?? open[0];
  const form = (door: Door) => ({ door, csrfToken, callbackUrl: next, refusal });

  return (
    <Page>
      <PageTitle aside={t("lede")}>{t("title")}</PageTitle>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-8 md:grid-cols-[minmax(0,38rem)_minmax(0,268px)]">
        <div>
          {me && (
            <Note
              className="mb-4"
              title={
                me.guest ? t("here.guest", { nickname: me.nickname }) : t("here.account", { nickname: me.nickname })
              }
            >
              <Link className="link" href={deskPath(PUBLIC_ROOM)}>
                {t("here.desk")}
              </Link>{" "}
              ·{" "}
              <Link className="link" href="/account">
                {t("here.account_link")}
              </Link>
            </Note>
          )}
          <nav aria-label={t("ways.label")} className="flex gap-[18px] border-b border-line">
            {open.map((door) => (
              <Link
                key={door}
                href={{ pathname: "/sign-in", query: { way: door, ...(callbackUrl && { callbackUrl: next }) } }}
                aria-current={door === chosen ? "page" : undefined}
                className={cn(
                  "inline-flex min-h-[max(36px,var(--ctl))] items-center whitespace-nowrap text-ink-2 hover:text-ink",
                  door === chosen && "font-medium text-ink shadow-[inset_0_-2px_var(--ink)]",
                )}
              >
                {t(`ways.${door}`)}
              </Link>
            ))}
          </nav>
          <div className="grid gap-4 pt-5 text-15">
            <ClientMessages use={["account", "errors"]}>
              {chosen === "guest" && (
                <>
                  <p>{t("guest.text", startingMoney())}</p>
                  <p className="text-ink-2">{t("guest.keep")}</p>
                  <EntryForm {...form("guest")} />
                </>
              )}
              {chosen === "password" && (
                <>
                  {me?.guest && <Note tone="warn">{t("here.leave")}</Note>}
                  <EntryForm {...form("password")} />
                </>
              )}
              {chosen === "sign-up" && (
                <>
                  <p>{t("sign-up.text")}</p>
                  <EntryForm {...form("sign-up")}>
                    <Note>
                      {me?.guest && <p>{t("sign-up.fromGuest", { nickname: me.nickname })}</p>}
                      <p>{t("sign-up.lost")}</p>
                    </Note>
                  </EntryForm>
                </>
              )}
            </ClientMessages>
          </div>
        </div>
        <Section title={t("stored.title")} minor className="text-13 text-ink-2">
          <p>{t("stored.text")}</p>
          <p className="mt-2">{t("stored.link")}</p>
        </Section>
      </div>
    </Page>
  );
}

/** What everybody starts with in the public room (7.1). */
function startingMoney() {
  const { marginCash, bankCash } = defaultRoomConfig.money;
  return {
    money: dollars(formatMoney(marginCash + bankCash)),
    margin: dollars(formatMoney(marginCash)),
    bank: dollars(formatMoney(bankCash)),
  };
}

/** proxy.ts has seen to it that this page's request carries the cookie. */
async function formToken(): Promise<string> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return csrfTokenOf(jar.get(csrfCookieName(isHttps(sent)))?.value) ?? "";
}

/** A path on this site. next-auth sends whole addresses of ours; anybody else's is ignored. */
function ownPath(callbackUrl: string | undefined): string | null {
  if (!callbackUrl) return null;
  const base = "http://here.invalid";
  const url = URL.canParse(callbackUrl, base) ? new URL(callbackUrl, base) : null;
  if (!url || /^\/[/\\]/.test(url.pathname)) return null;
  const path = `${url.pathname}${url.search}`;
  return /\/sign-in$/.test(url.pathname) ? null : path;
}
