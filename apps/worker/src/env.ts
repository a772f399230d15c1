import { readFileSync } from "node:fs";
import { z } from "zod";

/** Words that stand in example files and tutorials; a secret made of them is no secret. */
const KNOWN_SECRETS = [
  ...["changeme", "change-me", "change_me", "secret", "password", "example"],
  ...["rembuk", "development", "insecure", "12345678"],
];
const DEFAULT_PASSWORDS = ["", "postgres", "password", "rembuk", "rembuk_worker"];

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address");

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: postgresUrl,
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must be a redis:// address")
    .optional(),
  /** Keys of the queue in Redis; braces keep them on one node of a cluster. */
  QUEUE_PREFIX: z.string().min(1).default("{rembuk}"),
  AUTH_SECRET: z.string().min(32, "needs at least 32 characters"),
  FIELD_KEYS_FILE: z.string().min(1),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  /** Containers are asked from outside; everything else stays on this machine. */
  WORKER_HOST: z.string().min(1).default("127.0.0.1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  REMBUK_DEMO: z.enum(["0", "1"]).default("0"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must be an smtp:// address")
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
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
  /** PNG or JPEG of the emblem at the head of letters; without it the head is words only. */
  LETTER_LOGO_FILE: z.string().min(1).optional(),
  /** Where the head of the audit chain is written down each day, outside the database. */
  AUDIT_HEADS_FILE: z.string().min(1).optional(),
  /** 0: somebody else watches over the backups; neither doctor nor mail speaks of them. */
  BACKUP_WATCH: z.enum(["0", "1"]).default("1"),
});

export type Env = z.infer<typeof schema>;
type Source = Record<string, string | undefined>;

const withoutEmpty = (source: Source): Source =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));

const isGuessable = (secret: string): boolean => {
  const lower = secret.toLowerCase();
  if (new Set(lower).size < 8) return true;
  return KNOWN_SECRETS.some((word) => lower.replaceAll(word, "").length < 16);
};

const databaseProblems = (env: Env): readonly string[] => {
  if (!URL.canParse(env.DATABASE_URL)) return ["DATABASE_URL is no address"];
  const url = new URL(env.DATABASE_URL);
  const problems: string[] = [];
  if (["postgres", "rembuk_owner", "rembuk_app", "root"].includes(url.username)) {
    problems.push(`DATABASE_URL signs in as ${url.username}; the worker runs as rembuk_worker`);
  }
  if (DEFAULT_PASSWORDS.includes(decodeURIComponent(url.password))) {
    problems.push("DATABASE_URL holds a default password or none");
  }
  return problems;
};

/**
 * Every reason not to start with this configuration, in words for an operator; empty when good.
 * Production also refuses default and guessable secrets.
 */
export const configurationProblems = (source: Source): readonly string[] => {
  const parsed = schema.safeParse(withoutEmpty(source));
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  }
  const { data } = parsed;
  const problems: string[] = [];
  if (data.SMTP_URL && !data.MAIL_FROM) problems.push("SMTP_URL needs MAIL_FROM beside it");
  const s3 = [data.S3_ENDPOINT, data.S3_BUCKET, data.S3_ACCESS_KEY_ID, data.S3_SECRET_ACCESS_KEY];
  if (s3.some(Boolean) && !s3.every(Boolean))
    problems.push(
      "S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY come together",
    );
  if (data.NODE_ENV !== "production") return problems;
  if (isGuessable(data.AUTH_SECRET)) problems.push("AUTH_SECRET is a known or guessable value");
  return [...problems, ...databaseProblems(data)];
};

/** Real cases live here, and this installation answers for their backups. */
export const watchesBackups = (
  env: Pick<Env, "NODE_ENV" | "REMBUK_DEMO" | "BACKUP_WATCH">,
): boolean => env.NODE_ENV === "production" && env.REMBUK_DEMO === "0" && env.BACKUP_WATCH === "1";

/** @throws with every problem in one message */
export const readEnv = (source: Source): Env => {
  const problems = configurationProblems(source);
  if (problems.length > 0) throw new Error(`Configuration refused:\n- ${problems.join("\n- ")}`);
  return schema.parse(withoutEmpty(source));
};

/** @throws when FIELD_KEYS_FILE cannot be read */
export const readKeyFile = (env: Pick<Env, "FIELD_KEYS_FILE">): string =>
  readFileSync(env.FIELD_KEYS_FILE, "utf8");
