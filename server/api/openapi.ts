import { z } from "zod";
import { type ErrorCode, errorCodes, errorTable, ruleOf, statusOf } from "@/wire/errors";
import { publishedSchemas } from "@/wire/primitives";
import type { Access, Handler, Operation } from "./endpoint";

export type Json = { readonly [key: string]: unknown };

const prefix = "#/components/schemas/";

/** The OpenAPI 3.1 document, made from the schemas that the handlers themselves read and write with. */
export function openApiDocument(handlers: readonly Handler[]): Json {
  const answers = schemasOf(handlers, "output");
  const requests = schemasOf(handlers, "input");
  const named = (schemas: Record<string, Json>, ofRequests: boolean) =>
    Object.entries(schemas).filter(([id]) => !id.includes(" ") && /Request$/.test(id) === ofRequests);
  const paths: Record<string, Record<string, Json>> = {};
  for (const { operation, access } of handlers) {
    paths[operation.path] ??= operation.tag === "service" ? { servers: [{ url: "/api" }] as unknown as Json } : {};
    paths[operation.path][operation.method.toLowerCase()] = describe(operation, access, answers, requests);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Tokenpit",
      version: "1",
      license: { name: "MIT", identifier: "MIT" },
      description,
    },
    servers: [{ url: "/api/v1" }],
    tags: (["rooms", "market", "trading", "account", "prices", "service"] as const).map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...named(requests, true), ...named(answers, false)]),
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key from the account page or `npm run create-key`" },
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token", description: "A signed-in browser" },
      },
    },
    "x-error-codes": errorCodes.map((code) => ({
      code,
      status: statusOf(code),
      rule: ruleOf(code),
      means: errorTable[code].means,
    })),
  };
}

const description = [
  "A practice exchange for futures on the price of AI tokens. All money is play money and every price in a room is simulated; list prices under `/prices` are measured.",
  "Prices and money are decimal strings, exact to the digit; sizes are whole lots; times are room time in ISO 8601; `seq` is the room's event number an answer is true at.",
  "Errors are `{error: {code, message, details}}`; `x-error-codes` lists every code with its status and rule.",
  "Lists read newest first: pass `next` of one page as `cursor` of the following. With `format=csv` the cursor is in the header `x-next-cursor`.",
  "Repeat an order under its `clientOrderId` when no answer came: the first outcome is returned.",
  "Limits: a signed-in caller has 40 reads and 100 writes a second (200 and 400 at once), each order of a batch counting as one; 429 says when to come back.",
].join("\n\n");

function describe(
  operation: Operation,
  access: Access,
  answers: Record<string, Json>,
  requests: Record<string, Json>,
): Json {
  const { id, tag, summary, body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    security:
      access === "anyone" || access === "viewer" ? [{}, { key: [] }, { session: [] }] : [{ key: [] }, { session: [] }],
    parameters: parametersOf(operation, requests[`${id} query`]),
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: requests[`${id} body`] } } },
    }),
    responses: { ...answersOf(operation, answers), ...refusalsOf(operation, access) },
  };
}

function parametersOf({ path, stream }: Operation, query: Json | undefined): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const required = (query?.required ?? []) as string[];
  const inQuery = Object.entries((query?.properties ?? {}) as Record<string, Json>).map(([name, property]) => {
    const { description: text, ...schema } = property;
    return { name, in: "query", required: required.includes(name), ...(text ? { description: text } : {}), schema };
  });
  const resume = { name: "Last-Event-ID", in: "header", required: false, schema: { type: "string" } };
  return [...inPath, ...inQuery, ...(stream ? [resume] : [])];
}

function answersOf({ id, answers, csv, stream }: Operation, schemas: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { schema, text }]) => {
      const type = stream ? "text/event-stream" : "application/json";
      const content = schema && { [type]: { schema: schemas[`${id} ${status}`] } };
      const asCsv = csv && { "text/csv": { schema: { type: "string" } } };
      return [status, { description: text, ...(content && { content: { ...content, ...asCsv } }) }];
    }),
  );
}

/** By status, each naming its codes. */
function refusalsOf(operation: Operation, access: Access): Record<string, Json> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of refusalCodes(operation, access)) {
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  }
  const schema = { type: "object", properties: { error: { $ref: `${prefix}Error` } }, required: ["error"] };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { description: codes.join(", "), content: { "application/json": { schema } } },
    ]),
  );
}

export function refusalCodes(
  { tag, method, body, query, path, refusals = [] }: Operation,
  access: Access,
): ErrorCode[] {
  if (tag === "service") return [];
  const ofRoom = path.includes("{room}");
  const paged = query instanceof z.ZodObject && "cursor" in query.shape;
  const codes: (ErrorCode | false)[] = [
    "invalid-request",
    body !== undefined && "malformed-json",
    paged && "bad-cursor",
    "bad-key",
    (access === "signed-in" || access === "member") && "not-signed-in",
    method !== "GET" && "cross-site",
    access === "member" && "not-a-member",
    ofRoom && "unknown-room",
    body !== undefined && "body-too-large",
    body !== undefined && "wrong-content-type",
    "too-many-requests",
    "internal",
    ofRoom && "room-stopped",
    method !== "GET" && "read-only",
    method !== "GET" && "older-engine",
    method !== "GET" && "overloaded",
    ofRoom && "shutting-down",
    access === "member" && paged && "lagging",
    "unavailable",
  ];
  return [...new Set([...codes.filter((code) => code !== false), ...refusals])];
}

/**
 * Every schema in one pass, so that named ones become references. Those of the operations are the properties of one
 * object that is taken apart again: a schema may serve several of them.
 */
function schemasOf(handlers: readonly Handler[], io: "input" | "output"): Record<string, Json> {
  const used = handlers.flatMap(({ operation: { id, query, body, answers } }): [string, z.ZodType | undefined][] =>
    io === "input"
      ? [
          [`${id} query`, query],
          [`${id} body`, body],
        ]
      : Object.entries(answers).map(([status, { schema }]) => [`${id} ${status}`, schema]),
  );
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of publishedSchemas) registry.add(schema, { id });
  const all = z.object(Object.fromEntries(used.flatMap(([id, schema]) => (schema ? [[id, schema]] : []))));
  registry.add(all, { id: "operations" });
  const { operations, ...schemas } = z.toJSONSchema(registry, {
    uri: (id) => prefix + id,
    io,
    override: ({ jsonSchema }) => withoutSafeBounds(jsonSchema),
  }).schemas;
  const named = Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]);
  return Object.fromEntries([...named, ...Object.entries(operations.properties ?? {})]);
}

/** That a number is below 2^53 goes without saying. */
function withoutSafeBounds(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** Every sentence of the document by its place in it: the readable page has each in both languages. */
export function documentTexts(handlers: readonly Handler[]) {
  const { components, paths } = JSON.parse(JSON.stringify(openApiDocument(handlers))) as {
    components: { schemas: Record<string, { properties?: Record<string, Json> }> };
    paths: Record<string, Record<string, { parameters?: { name: string; description?: string }[] }>>;
  };
  const described = (properties: Record<string, Json> = {}) =>
    Object.entries(properties).flatMap(([name, { description: text }]) => (text ? [[name, text as string]] : []));
  const parameters = Object.values(paths).flatMap((path) => Object.values(path).flatMap((one) => one.parameters ?? []));
  return {
    operations: Object.fromEntries(handlers.map(({ operation: { id, summary } }) => [id, summary])),
    answers: Object.fromEntries(
      handlers.map(({ operation: { id, answers } }) => [
        id,
        Object.fromEntries(Object.entries(answers).map(([status, { text }]) => [status, text])),
      ]),
    ),
    fields: Object.fromEntries(
      Object.entries(components.schemas)
        .map(([id, { properties }]) => [id, described(properties)] as const)
        .filter(([, texts]) => texts.length > 0)
        .map(([id, texts]) => [id, Object.fromEntries(texts)]),
    ),
    parameters: Object.fromEntries(
      parameters.flatMap(({ name, description: text }) => (text ? [[name, text]] : [])),
    ) as Record<string, string>,
    errors: Object.fromEntries(errorCodes.map((code) => [code, errorTable[code].means])),
  };
}
