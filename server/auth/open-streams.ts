/** Ends a stream; its client reconnects by itself if it still may. */
type End = () => void;
type Streams = Map<string, Set<End>>;

const at = Symbol.for("tokenpit.open-streams");

/** One list for the process: Next loads the stream's module and the account's apart. */
function openStreams(): Streams {
  const shared = globalThis as { [at]?: Streams };
  shared[at] ??= new Map();
  return shared[at];
}

/** A stream is checked when it opens and may then last for hours, so whoever loses access must lose it too. */
export function streamOpened(userId: string, end: End): { closed(): void } {
  const streams = openStreams();
  const mine = streams.get(userId) ?? new Set();
  streams.set(userId, mine.add(end));
  return {
    closed: () => {
      mine.delete(end);
      if (mine.size === 0 && streams.get(userId) === mine) streams.delete(userId);
    },
  };
}

/** A session or a key of this person ended, or they left: every stream asks again who it is for. */
export function endStreamsOf(userId: string): void {
  for (const end of [...(openStreams().get(userId) ?? [])]) end();
}
