/** How a chart is cited: what, where, on which data, seen when. */
export interface Cited {
  readonly title: string;
  readonly site: string;
  readonly version: string;
  readonly address: string; // the permalink: it names the view and the version
  readonly year: string;
  readonly seenOn: string; // "2026-11-22"
}

export const plainCitation = ({ title, site, version, address, year, seenOn }: Cited): string =>
  `${site} (${year}). ${title}. Data version ${version}. ${address} (seen ${seenOn}).`;

export function bibtex({ title, site, version, address, year, seenOn }: Cited): string {
  return [
    `@misc{${site.toLowerCase()}-${version},`,
    `  author = {{${escaped(site)}}},`,
    `  title = {${escaped(title)}},`,
    `  year = {${year}},`,
    `  note = {Data version ${version}},`,
    `  url = {${address}},`,
    `  urldate = {${seenOn}}`,
    "}",
  ].join("\n");
}

/** What TeX would take for its own. */
const escaped = (text: string): string =>
  text.replace(/[\\&%$#_{}]/g, (c) => (c === "\\" ? "\\textbackslash{}" : `\\${c}`));
