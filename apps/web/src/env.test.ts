import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { configurationProblems, keyFileProblems } from "./env";

const good = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://rembuk_app:x7Kq9vW2mZ@127.0.0.1:5432/rembuk",
  AUTH_SECRET: "q8ZrT2nVb5XcL0pWm7YkD4sHf9JgA3eU",
  FIELD_KEYS_FILE: "/run/secrets/field-keys.json",
  PUBLIC_URL: "https://rembuk.example",
  FILES_DIR: "/var/lib/rembuk/files",
};

const bad: Record<string, Record<string, string | undefined>> = {
  "no database": { DATABASE_URL: undefined },
  "empty database": { DATABASE_URL: "" },
  "another kind of database": { DATABASE_URL: "mysql://rembuk_app:x7Kq9vW2mZ@db/rembuk" },
  "database as superuser": { DATABASE_URL: "postgresql://postgres:x7Kq9vW2mZ@db/rembuk" },
  "database as owner": { DATABASE_URL: "postgresql://rembuk_owner:x7Kq9vW2mZ@db/rembuk" },
  "default database password": { DATABASE_URL: "postgresql://rembuk_app:rembuk_app@db/rembuk" },
  "password 'password'": { DATABASE_URL: "postgresql://rembuk_app:password@db/rembuk" },
  "no secret": { AUTH_SECRET: undefined },
  "empty secret": { AUTH_SECRET: "" },
  "short secret": { AUTH_SECRET: "q8ZrT2nVb5XcL0pWm7YkD4sHf9JgA3e" },
  "secret of one letter": { AUTH_SECRET: "a".repeat(40) },
  "secret from a tutorial": { AUTH_SECRET: "secretsecretsecretsecretsecretsecret" },
  "secret 'changeme'": { AUTH_SECRET: "changeme-changeme-changeme-changeme" },
  "secret of the product's name": { AUTH_SECRET: "rembuk-rembuk-rembuk-rembuk-rembuk" },
  "no key file": { FIELD_KEYS_FILE: undefined },
  "no public address": { PUBLIC_URL: undefined },
  "public address without scheme": { PUBLIC_URL: "rembuk.example" },
  "public address without https": { PUBLIC_URL: "http://rembuk.example" },
  "public address with a path": { PUBLIC_URL: "https://rembuk.example/app" },
  "public address with a sign-in": { PUBLIC_URL: "https://a:b@rembuk.example" },
  "public address of another protocol": { PUBLIC_URL: "ftp://rembuk.example" },
  "port zero": { PORT: "0" },
  "port beyond range": { PORT: "70000" },
  "port as a word": { PORT: "http" },
  "unknown log level": { LOG_LEVEL: "loud" },
  "unknown environment": { NODE_ENV: "staging" },
  "demo as a word": { REMBUK_DEMO: "yes" },
  "short metrics token": { METRICS_TOKEN: "abc" },
  "no place for files": { FILES_DIR: undefined },
  "half an S3": { S3_ENDPOINT: "https://s3.example", S3_BUCKET: "rembuk" },
  "a scanner without a port": { CLAMD_ADDRESS: "clamd" },
  "half an e-signature": { ESIGN_URL: "https://esign.example", ESIGN_USER: "kantor" },
  "an e-signature in the open": {
    ...{ ESIGN_URL: "http://esign.example", ESIGN_USER: "kantor", ESIGN_PASSWORD: "x7Kq9vW2mZ" },
  },
  "half an OIDC": { OIDC_ISSUER: "https://id.example" },
  "OIDC without https": {
    OIDC_ISSUER: "http://id.example",
    OIDC_CLIENT_ID: "rembuk",
    OIDC_CLIENT_SECRET: "q8ZrT2nVb5XcL0pWm7YkD4sHf9JgA3eU",
  },
  "OIDC with a default secret": {
    OIDC_ISSUER: "https://id.example",
    OIDC_CLIENT_ID: "rembuk",
    OIDC_CLIENT_SECRET: "changeme",
  },
};

describe("the configuration", () => {
  it("accepts a good one", () => {
    expect(configurationProblems(good)).toEqual([]);
  });

  it("lets the demo run without https", () => {
    const demo = { ...good, PUBLIC_URL: "http://192.168.1.4:3000", REMBUK_DEMO: "1" };
    expect(configurationProblems(demo)).toEqual([]);
  });

  it.each(Object.entries(bad))("refuses %s", (_name, change) => {
    expect(configurationProblems({ ...good, ...change })).not.toEqual([]);
  });
});

const key = () => randomBytes(32).toString("base64");
const goodKeys = () => ({
  encryption: { current: "k1", keys: { k1: key() } as Record<string, string> },
  blindIndex: key(),
  links: key(),
});

describe("the key file", () => {
  it("accepts a good one", () => {
    expect(keyFileProblems(JSON.stringify(goodKeys()))).toEqual([]);
  });

  it.each([
    ["no JSON", "not json"],
    ["no keys", "{}"],
    [
      "a missing current key",
      JSON.stringify({ ...goodKeys(), encryption: { current: "k2", keys: {} } }),
    ],
    ["a short key", JSON.stringify({ ...goodKeys(), links: "YWJj" })],
    [
      "an all-zero key",
      JSON.stringify({ ...goodKeys(), links: Buffer.alloc(32).toString("base64") }),
    ],
  ])("refuses %s", (_name, content) => {
    expect(keyFileProblems(content)).not.toEqual([]);
  });

  it("refuses one key for two uses", () => {
    const keys = goodKeys();
    keys.blindIndex = keys.links;
    expect(keyFileProblems(JSON.stringify(keys))).not.toEqual([]);
  });
});
