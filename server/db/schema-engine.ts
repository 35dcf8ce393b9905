import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

/**
 * Prisma's schema engine as WebAssembly over our own driver: the command-line tool would download a binary. Whatever
 * introspects a database does not work this way; applying migrations and comparing two schema files do.
 */
export async function openSchemaEngine(url: string, schema: string) {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  if (!loaded) {
    const require = createRequire(join(process.cwd(), "package.json"));
    const folder = dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
    const module = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
    const instance = new WebAssembly.Instance(module, {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    });
    const raw = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
    raw.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    loaded = true;
  }
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  return bindings.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, factory as never);
}

let loaded = false;
