// Compares a migrated database (MIGRATION_DATABASE_URL) with the Prisma models, by Prisma's own
// engine in its WASM build: nothing is downloaded. Ends with 1 and the differing SQL when a model and
// the migrations do not say the same.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Prisma's `SchemaEngine` class, instantiated by hand: the package is made for bundlers. */
const loadEngine = async () => {
  const require = createRequire(import.meta.url);
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const engine = await import(glue);
  const bytes = readFileSync(join(dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine;
};

const POSTGRES_CHAR = 18;
const POSTGRES_TEXT = 25;
const PRISMA_CHARACTER = 6;

/**
 * The engine reads catalogue columns of PostgreSQL's type "char", which the adapter does not know:
 * they pass through it as text and come out as the engine wants them.
 */
const withCharColumns = (adapter) => {
  const prototype = Object.getPrototypeOf(adapter);
  let owner = prototype;
  while (owner && !Object.hasOwn(owner, "performIO")) owner = Object.getPrototypeOf(owner);
  const { performIO, queryRaw } = owner;
  // One query at a time: the engine asks sequentially.
  let columns = [];
  owner.performIO = async function (query) {
    const result = await performIO.call(this, query);
    columns = [];
    result.fields?.forEach((field, position) => {
      if (field.dataTypeID !== POSTGRES_CHAR) return;
      field.dataTypeID = POSTGRES_TEXT;
      columns.push(position);
    });
    return result;
  };
  owner.queryRaw = async function (query) {
    const rows = await queryRaw.call(this, query);
    for (const position of columns) rows.columnTypes[position] = PRISMA_CHARACTER;
    return rows;
  };
  return adapter;
};

class CatalogueReader extends PrismaPg {
  async connect() {
    return withCharColumns(await super.connect());
  }
}

const models = () => {
  const names = readdirSync(join(here, "models")).filter((name) => name.endsWith(".prisma"));
  return ["schema.prisma", ...names.map((name) => join("models", name))].map((name) => ({
    path: name,
    content: readFileSync(join(here, name), "utf8"),
  }));
};

const url = process.env.MIGRATION_DATABASE_URL;
if (!url) throw new Error("MIGRATION_DATABASE_URL is not set");

const SchemaEngine = await loadEngine();
const files = models();
const engine = await SchemaEngine.new(
  { datamodels: files.map(({ path, content }) => [path, content]) },
  () => {},
  bindMigrationAwareSqlAdapterFactory(new CatalogueReader({ connectionString: url, max: 1 })),
);
const { exitCode, stdout } = await engine.diff({
  from: { tag: "schemaDatasource", files, configDir: here },
  to: { tag: "schemaDatamodel", files },
  script: true,
  exitCode: true,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
});
if (exitCode !== 0) {
  console.error(`The models want this of a migrated database:\n${stdout ?? ""}`);
  process.exit(1);
}
console.log("models and migrations agree");
process.exit(0);
