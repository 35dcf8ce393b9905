/**
 * What a message takes: its arguments ("month", "unit") and its rich-text tags ("<price>"), sorted. Two languages of one
 * message must take the same. How one uses an argument is its own affair: Chinese has no plurals, but other choices.
 */
export function icuArguments(message: string): string[] {
  const found = new Set<string>();
  for (const [, tag] of message.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`);
  readText(message, 0, found);
  return [...found].toSorted();
}

/** Text up to the brace that closes it, or the end. Returns the index after it. */
function readText(message: string, from: number, found: Set<string>): number {
  let i = from;
  while (i < message.length) {
    if (message[i] === "}") return i + 1;
    i = message[i] === "{" ? readArgument(message, i + 1, found) : i + 1;
  }
  return i;
}

/** `name}` or `name, plural, one {…} other {…}}`, after its opening brace. */
function readArgument(message: string, from: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*\w+\s*)?/.exec(message.slice(from));
  if (!head) throw new Error(`no argument at ${from} of "${message}"`);
  const [all, name] = head;
  found.add(name);
  let i = from + all.length;
  while (i < message.length && message[i] !== "}") {
    i = message[i] === "{" ? readText(message, i + 1, found) : i + 1;
  }
  return i + 1;
}
