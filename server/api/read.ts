import type { z } from "zod";
import { refuse } from "./respond";

/** A batch of 100 orders with every field and both exits is about 50 KB. */
const mostBytes = 64 * 1024;
const deepest = 6;
const mostProblems = 20;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Response };
const no = (refusal: Response): Read<never> => ({ ok: false, refusal });

export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<Read<z.output<S>>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) return no(refuse("wrong-content-type", { sent: type.slice(0, 100) }));
  const text = await readText(request);
  if (!text.ok) return text;
  if (depthOf(text.value) > deepest) return no(refuse("invalid-request", { problems: [tooDeep] }));
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    return no(refuse("malformed-json"));
  }
  return matching(schema, value);
}

/** Every parameter at most once, none that is not documented, and none that PostgreSQL cannot compare with. */
export function readQuery<S extends z.ZodType>(url: URL, schema: S): Read<z.output<S>> {
  const names = [...url.searchParams.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    return no(refuse("invalid-request", { problems: [{ path: twice, problem: "given more than once" }] }));
  }
  const unfit = names.find((name) => url.searchParams.get(name)?.includes("\0"));
  if (unfit !== undefined)
    return no(refuse("invalid-request", { problems: [{ path: unfit, problem: "holds a NUL" }] }));
  return matching(schema, Object.fromEntries(url.searchParams));
}

function matching<S extends z.ZodType>(schema: S, value: unknown): Read<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = issuesOf(parsed.error.issues)
    .slice(0, mostProblems)
    .map(({ path, message }) => ({ path: path.map(String).join(".").slice(0, 100), problem: message.slice(0, 200) }));
  return no(refuse("invalid-request", { problems }));
}

interface Issue {
  readonly code?: string;
  readonly path: PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Where several forms are allowed, what is wrong with the one that was meant: the one that is at least of the right type. */
function issuesOf(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const meant = issue.errors?.find((branch) => !branch.some((e) => e.code === "invalid_type" && e.path.length === 0));
    return meant ? issuesOf(meant).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
  });
}

const tooDeep = { path: "", problem: `nested deeper than ${deepest}` };

async function readText(request: Request): Promise<Read<string>> {
  const tooLarge = () => no(refuse("body-too-large", { most: mostBytes }));
  if (Number(request.headers.get("content-length")) > mostBytes) return tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => "cut short" as const);
    if (part === "cut short") return no(refuse("malformed-json")); // the caller hung up: no fault of ours to log
    const { done, value } = part ?? { done: true, value: undefined };
    if (done || !value) break;
    size += value.byteLength;
    if (size > mostBytes) {
      await reader?.cancel();
      return tooLarge();
    }
    chunks.push(value);
  }
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return no(refuse("malformed-json"));
  }
}

/** Counted before parsing, so that no parser sees a tower of brackets. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "{" || c === "[") most = Math.max(most, ++depth);
    else if (c === "}" || c === "]") depth--;
  }
  return most;
}
