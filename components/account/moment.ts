/** Real time, in UTC and saying so: the page is made on the server, which does not know the reader's zone. */
export function moment(iso: string, locale: string): string {
  return `${day(iso, locale)} ${iso.slice(11, 16)} UTC`;
}

/** "22 Nov 2026", "2026年11月22日" */
export function day(iso: string, locale: string): string {
  const tag = locale === "zh" ? "zh-CN" : "en-GB";
  const month = locale === "zh" ? "long" : "short";
  return new Intl.DateTimeFormat(tag, { day: "numeric", month, year: "numeric", timeZone: "UTC" }).format(
    new Date(iso),
  );
}
