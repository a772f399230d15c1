/**
 * Writes a new field key file for an installation with a database of its own:
 *
 *   node scripts/create-field-keys.mjs /etc/rembuk/field-keys.json
 *
 * It never overwrites. Keep a copy away from the database's backups: without it the encrypted
 * fields of that database are lost.
 */
import "./launch/require-node.mjs";
import { writeFileSync } from "node:fs";
import { newFieldKeys } from "./launch/secrets.mjs";

const path = process.argv[2];
if (!path) {
  console.error("usage: node scripts/create-field-keys.mjs PATH");
  process.exit(2);
}
writeFileSync(path, newFieldKeys(), { mode: 0o600, flag: "wx" });
console.log(`${path} written`);
