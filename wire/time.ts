/** Room time is UTC of the room's simulated calendar, written as ISO 8601 with milliseconds. */
export const isoTime = (roomTime: number): string => new Date(roomTime).toISOString();

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;

/** Room time of an ISO moment in UTC, or null if it is none ("2026-02-30…" is none). */
export function parseTime(text: string): number | null {
  if (!shape.test(text)) return null;
  const at = Date.parse(text);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 19) === text.slice(0, 19) ? at : null;
}
