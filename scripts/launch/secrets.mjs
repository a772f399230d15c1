/** Secrets of this installation, made once and readable by nobody else. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stateDirectory } from "./state-directory.mjs";

const key = () => randomBytes(32).toString("base64");

/**
 * Keys for fields that are stored encrypted: envelope encryption (named keys, one current), the
 * blind index, and signed links.
 * @returns {string} JSON
 */
export const newFieldKeys = () =>
  `${JSON.stringify(
    { encryption: { current: "k1", keys: { k1: key() } }, blindIndex: key(), links: key() },
    null,
    2,
  )}\n`;

const once = (name, make) => {
  const directory = join(stateDirectory(), "secrets");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, name);
  // `wx` refuses to overwrite: lost keys would make every encrypted field unreadable.
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
  return file;
};

/**
 * What the applications need, from the environment or made once.
 * @returns {{AUTH_SECRET: string, FIELD_KEYS_FILE: string}}
 */
export const installationSecrets = (env = process.env) => ({
  AUTH_SECRET:
    env.AUTH_SECRET ??
    readFileSync(
      once("auth-secret", () => randomBytes(48).toString("base64")),
      "utf8",
    ),
  FIELD_KEYS_FILE: env.FIELD_KEYS_FILE ?? once("field-keys.json", newFieldKeys),
});
