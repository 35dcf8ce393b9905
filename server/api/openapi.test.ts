import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorCodes, errorTable } from "@/wire/errors";
import { documentTexts, openApiDocument, refusalCodes } from "./openapi";
import { operations } from "./operations";

const root = join(import.meta.dirname, "..", "..");
// biome-ignore lint/suspicious/noExplicitAny: the document is looked into at every depth
const document = JSON.parse(JSON.stringify(openApiDocument(operations))) as any;

const methods = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)].map(([, method]) => method);

/** "GET /rooms/{room}" of every route file under app/api/v1. */
function mounted(): string[] {
  const folder = join(root, "app", "api", "v1");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && !file.includes("[...missing]"))
    .flatMap((file) => {
      const path = `/${file
        .replace(/\/?route\.ts$/, "")
        .replaceAll("[", "{")
        .replaceAll("]", "}")}`;
      return methods(join(folder, file)).map((method) => `${method} ${path}`);
    });
}

describe("the document and the routes are the same list", () => {
  const documented = operations
    .filter(({ operation }) => operation.tag !== "service")
    .map(({ operation }) => `${operation.method} ${operation.path}`);

  test("every mounted route is documented, and every documented one is mounted", () => {
    expect(documented.toSorted()).toEqual(mounted().toSorted());
    expect(new Set(documented).size).toBe(documented.length);
  });

  test("each route file mounts the handler that documents its path", () => {
    for (const { operation } of operations.filter(({ operation: { tag } }) => tag !== "service")) {
      const path = operation.path.replaceAll("{", "[").replaceAll("}", "]");
      const text = readFileSync(join(root, "app", "api", "v1", path, "route.ts"), "utf8");
      const name = new RegExp(`export const ${operation.method} = mount\\((\\w+)\\)`).exec(text)?.[1];
      expect(name, `${operation.method} ${operation.path}`).toBeDefined();
    }
  });

  test("every operation has a name of its own, a summary, an answer and its refusals", () => {
    const ids = operations.map(({ operation }) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation, access } of operations) {
      expect(operation.summary.length, operation.id).toBeGreaterThan(5);
      const { responses } = document.paths[operation.path][operation.method.toLowerCase()];
      for (const status of Object.keys(operation.answers)) expect(responses).toHaveProperty(status);
      for (const code of refusalCodes(operation, access)) {
        expect(responses[errorTable[code].status].description).toContain(code);
      }
    }
  });
});

test("every reference leads to a schema, and every object says what it requires", () => {
  const schemas = document.components.schemas;
  let references = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { $ref } = node as { $ref?: string };
    if ($ref) {
      references++;
      expect(schemas).toHaveProperty($ref.replace("#/components/schemas/", ""));
    }
    Object.values(node).forEach(visit);
  };
  visit(document);
  expect(references).toBeGreaterThan(30);
  expect(schemas.OrderRequest.required).toEqual(["symbol", "side", "type", "lots"]);
  expect(schemas.OrderRequest.additionalProperties).toBe(false);
  expect(JSON.stringify(schemas)).not.toContain("$schema");
});

test("an order goes in as one or as an array of up to 100, and comes out under its name", () => {
  const { post } = document.paths["/rooms/{room}/orders"];
  const [one, many] = post.requestBody.content["application/json"].schema.anyOf;
  expect(one.$ref).toBe("#/components/schemas/OrderRequest");
  expect([many.minItems, many.maxItems]).toEqual([1, 100]);
  expect(post.responses[201].content["application/json"].schema.$ref).toBe("#/components/schemas/Order");
  expect(post.security).toEqual([{ key: [] }, { session: [] }]);
});

test("the table of error codes is published whole", () => {
  expect(document["x-error-codes"].map(({ code }: { code: string }) => code)).toEqual(errorCodes);
});

describe("every error code has its sentence in both languages", () => {
  const read = (locale: string) =>
    JSON.parse(readFileSync(join(root, "messages", locale, "errors.json"), "utf8")) as Record<string, string>;
  const placeholders = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)[},]/g)].map(([, name]) => name))].sort();

  test.each(["en", "zh"])("%s", (locale) => {
    const { short: _, fields: __, ...sentences } = read(locale);
    expect(Object.keys(sentences).toSorted()).toEqual(errorCodes.toSorted());
  });

  test("both name the same numbers", () => {
    const [en, zh] = [read("en"), read("zh")];
    for (const code of errorCodes) expect(placeholders(zh[code]), code).toEqual(placeholders(en[code]));
    expect(Object.keys(zh.short)).toEqual(Object.keys(en.short));
  });
});

describe("the readable page says what the document says", () => {
  const read = (locale: string) => JSON.parse(readFileSync(join(root, "messages", locale, "api.json"), "utf8"));
  const places = (node: object, at = ""): string[] =>
    Object.entries(node).flatMap(([name, inner]) =>
      typeof inner === "object" ? places(inner, `${at}${name}.`) : [`${at}${name}`],
    );

  test("in English word for word", () => {
    expect(read("en").texts).toEqual(JSON.parse(JSON.stringify(documentTexts(operations))));
  });

  test("in Chinese sentence for sentence", () => {
    expect(places(read("zh")).toSorted()).toEqual(places(read("en")).toSorted());
    for (const place of places(read("zh").texts)) {
      const text = place.split(".").reduce((node, name) => node[name], read("zh").texts);
      expect(text, place).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
