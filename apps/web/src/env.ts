import { readFileSync } from "node:fs";
import { z } from "zod";

/** Words that stand in example files and tutorials; a secret made of them is no secret. */
const KNOWN_SECRETS = [
  "changeme",
  "change-me",
  "change_me",
  "secret",
  "password",
  "example",
  "rembuk",
  "development",
  "insecure",
  "12345678",
];

const optionalUrl = z.url().optional();

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
  AUTH_SECRET: z.string().min(32, "needs at least 32 characters"),
  FIELD_KEYS_FILE: z.string().min(1),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  REMBUK_DEMO: z.enum(["0", "1"]).default("0"),
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  /** Uploads on their way, and the files themselves unless S3 holds them. */
  FILES_DIR: z.string().min(1),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_BUCKET: z.string().min(3).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** host:port of ClamAV's daemon; without it files are marked as not scanned. */
  CLAMD_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d{2,5}$/, "must be host:port")
    .optional(),
  /** The office's signing client; with it letters can be signed electronically. */
  ESIGN_URL: z.url({ protocol: /^https?$/ }).optional(),
  ESIGN_USER: z.string().min(1).optional(),
  ESIGN_PASSWORD: z.string().min(1).optional(),
  ESIGN_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(120).default(30),
  OIDC_ISSUER: optionalUrl,
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
});

export type Env = z.infer<typeof schema>;

type Source = Record<string, string | undefined>;

/** Empty variables count as absent: compose files pass them so. */
function withoutEmpty(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

function isGuessable(secret: string): boolean {
  const lower = secret.toLowerCase();
  if (new Set(lower).size < 8) return true;
  return KNOWN_SECRETS.some((word) => lower.replaceAll(word, "").length < 16);
}

function secretProblems(env: Env): string[] {
  const problems: string[] = [];
  if (isGuessable(env.AUTH_SECRET)) problems.push("AUTH_SECRET is a known or guessable value");
  const clientSecret = env.OIDC_CLIENT_SECRET;
  if (clientSecret && isGuessable(clientSecret)) {
    problems.push("OIDC_CLIENT_SECRET is a known or guessable value");
  }
  return problems;
}

function oidcProblems(env: Env): string[] {
  const given = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET].filter(Boolean);
  const problems: string[] = [];
  if (given.length > 0 && given.length < 3) {
    problems.push("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET come together");
  }
  if (env.OIDC_ISSUER?.startsWith("http://") && !isLoopback(env.OIDC_ISSUER)) {
    problems.push("OIDC_ISSUER must use https");
  }
  return problems;
}

function storeProblems(env: Env): string[] {
  const given = [env.S3_ENDPOINT, env.S3_BUCKET, env.S3_ACCESS_KEY_ID, env.S3_SECRET_ACCESS_KEY];
  const count = given.filter(Boolean).length;
  if (count === 0 || count === given.length) return [];
  return ["S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY come together"];
}

/** Passphrases go there: over plain http only inside this machine or the office's own network. */
function eSignProblems(env: Env): string[] {
  const given = [env.ESIGN_URL, env.ESIGN_USER, env.ESIGN_PASSWORD].filter(Boolean);
  const problems: string[] = [];
  if (given.length > 0 && given.length < 3) {
    problems.push("ESIGN_URL, ESIGN_USER and ESIGN_PASSWORD come together");
  }
  if (env.ESIGN_URL?.startsWith("http://") && !isOwnNetwork(env.ESIGN_URL)) {
    problems.push("ESIGN_URL must use https outside the office's own network");
  }
  return problems;
}

/** This machine, or an address that is routed nowhere outside (RFC 1918). */
function isOwnNetwork(url: string): boolean {
  const { hostname } = new URL(url);
  return isLoopback(url) || /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname);
}

function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

function databaseProblems(env: Env): string[] {
  if (!URL.canParse(env.DATABASE_URL)) return ["DATABASE_URL is no address"];
  const url = new URL(env.DATABASE_URL);
  const problems: string[] = [];
  if (["postgres", "rembuk_owner", "root"].includes(url.username)) {
    problems.push(`DATABASE_URL signs in as ${url.username}; the web runs as rembuk_app`);
  }
  if (["postgres", "password", "rembuk", "rembuk_app"].includes(url.password)) {
    problems.push("DATABASE_URL holds a default password");
  }
  return problems;
}

function publicUrlProblems(env: Env): string[] {
  const url = new URL(env.PUBLIC_URL);
  const problems: string[] = [];
  if (url.pathname !== "/" || url.search || url.hash) {
    problems.push("PUBLIC_URL is an origin without a path");
  }
  if (url.username || url.password) problems.push("PUBLIC_URL holds a sign-in");
  // A demo or a trial on one's own machine has no certificate.
  if (url.protocol === "http:" && !isLoopback(env.PUBLIC_URL) && env.REMBUK_DEMO !== "1") {
    problems.push("PUBLIC_URL must use https");
  }
  return problems;
}

/**
 * Every reason not to start with this configuration, in words for an operator; empty when good.
 * Outside production only shape is checked; production also refuses default and guessable secrets.
 */
export function configurationProblems(source: Source): string[] {
  const parsed = schema.safeParse(withoutEmpty(source));
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  }
  const always = [
    ...oidcProblems(parsed.data),
    ...storeProblems(parsed.data),
    ...eSignProblems(parsed.data),
  ];
  if (parsed.data.NODE_ENV !== "production") return always;
  const { data } = parsed;
  return [
    ...always,
    ...secretProblems(data),
    ...databaseProblems(data),
    ...publicUrlProblems(data),
  ];
}

const keyBytes = z
  .string()
  .refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64");

const keyFile = z
  .object({
    encryption: z.object({ current: z.string().min(1), keys: z.record(z.string(), keyBytes) }),
    blindIndex: keyBytes,
    links: keyBytes,
  })
  .refine((file) => file.encryption.current in file.encryption.keys, "the current key is missing");

/** Every reason not to use this content of FIELD_KEYS_FILE; empty when good. */
export function keyFileProblems(content: string): string[] {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return ["FIELD_KEYS_FILE is no JSON"];
  }
  const parsed = keyFile.safeParse(json);
  if (!parsed.success) {
    return parsed.error.issues.map((i) => `FIELD_KEYS_FILE ${i.path.join(".")}: ${i.message}`);
  }
  const file = parsed.data;
  const all = [...Object.values(file.encryption.keys), file.blindIndex, file.links];
  const problems: string[] = [];
  if (new Set(all).size < all.length) problems.push("FIELD_KEYS_FILE uses one key twice");
  if (all.some((key) => new Set(Buffer.from(key, "base64")).size < 8)) {
    problems.push("FIELD_KEYS_FILE holds a key that is not random");
  }
  return problems;
}

let parsedEnv: Env | undefined;

/** The checked environment; throws with every problem in one message. Parsed once. */
export function env(): Env {
  if (parsedEnv) return parsedEnv;
  const problems = configurationProblems(process.env);
  if (problems.length > 0) {
    throw new Error(`Configuration refused:\n- ${problems.join("\n- ")}`);
  }
  parsedEnv = schema.parse(withoutEmpty(process.env));
  return parsedEnv;
}

/** Demonstration data: banner, sample accounts, local mailbox. */
export const isDemo = (): boolean => env().REMBUK_DEMO === "1";

/**
 * The checked content of FIELD_KEYS_FILE, read anew each time: a rotation replaces it.
 * @throws when the file is missing, weak or broken
 */
export function fieldKeyContent(): string {
  const content = readFileSync(env().FIELD_KEYS_FILE, "utf8");
  const problems = keyFileProblems(content);
  if (problems.length > 0) throw new Error(`Keys refused:\n- ${problems.join("\n- ")}`);
  return content;
}
