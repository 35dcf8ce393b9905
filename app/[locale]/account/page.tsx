import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EntryForm } from "@/components/account/entry-form";
import { KeyList } from "@/components/account/key-list";
import { LeaveForm } from "@/components/account/leave-form";
import { day } from "@/components/account/moment";
import { PasswordForm } from "@/components/account/password-form";
import { SessionList } from "@/components/account/session-list";
import { Settings } from "@/components/account/settings";
import { SignOutButton } from "@/components/account/sign-out-button";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { buttonClass } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { getPathname, Link, redirect } from "@/messages/navigation";
import { currentSession } from "@/server/access/current-session";
import { accountPage } from "@/server/api/me";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.page");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/account", personal: true });
}

/** Who one is here, where one is signed in, the keys, and the way out. */
export default async function Account() {
  const [t, locale, me] = await Promise.all([getTranslations("account"), getLocale(), currentSession()]);
  const here = getPathname({ href: "/account", locale });
  const account = me && (await accountPage(me));
  if (!account)
    return redirect({ href: { pathname: "/sign-in", query: { way: "password", callbackUrl: here } }, locale });
  const { profile, sessions, keys } = account;
  const home = getPathname({ href: "/", locale });
  return (
    <Page>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageTitle
          aside={
            <>
              {profile.guest && `${t("page.guest")} · `}
              {t("page.since", { date: day(profile.createdAt, locale) })}
            </>
          }
        >
          {profile.nickname}
        </PageTitle>
        <ClientMessages use={["account"]}>
          <SignOutButton home={home}>{t("page.signOut")}</SignOutButton>
        </ClientMessages>
      </div>
      <noscript>
        <Note tone="warn">{t("page.noScript")}</Note>
      </noscript>
      <ClientMessages use={["account", "errors"]}>
        <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-8 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
          {profile.guest && (
            <Section title={t("guest.title")} className="lg:col-span-2">
              <p className="max-w-[38rem]">{t("guest.text")}</p>
              <p className="mb-3 max-w-[38rem] text-ink-2">{t("guest.leaving")}</p>
              <EntryForm door="sign-up" callbackUrl={here} />
            </Section>
          )}
          <Section title={t("keys.title")} aside={t("keys.note")} end={<ReferenceLink text={t("keys.reference")} />}>
            <KeyList keys={keys} />
          </Section>
          <Section title={t("sessions.title")}>
            <SessionList sessions={sessions} />
          </Section>
          {!profile.guest && (
            <Section title={t("password.title")}>
              {profile.password ? <PasswordForm /> : <p>{t("password.none")}</p>}
            </Section>
          )}
          <Section title={t("settings.title")}>
            <Settings />
          </Section>
          <Section title={t("data.title")}>
            <p className="mb-3 max-w-[38rem]">{t("data.text")}</p>
            <a href="/api/v1/me/export" download className={buttonClass("secondary")}>
              {t("data.export")}
            </a>
          </Section>
          <Section title={t("leave.title")}>
            <p className="mb-3 max-w-[38rem]">{t("leave.text")}</p>
            <LeaveForm nickname={profile.nickname} home={home} />
          </Section>
        </div>
      </ClientMessages>
    </Page>
  );
}

function ReferenceLink({ text }: { text: string }) {
  return (
    <Link href="/api-reference" className="link text-12">
      {text}
    </Link>
  );
}
