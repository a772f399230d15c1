import { readFileSync } from "node:fs";
import { parseFieldKeys } from "@rembuk/services/system-context";
import { z } from "zod";

const settingsSchema = z.object({
  DATABASE_URL: z.string().min(1),
  FIELD_KEYS_FILE: z.string().min(1),
  REMBUK_DEMO: z.literal("1", "sample data is loaded with REMBUK_DEMO=1 only"),
});

/**
 * What loading needs of the environment.
 * @throws with every problem in one message
 */
export const readSettings = (environment: Record<string, string | undefined>) => {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i) => `- ${i.path.join(".")}: ${i.message}`);
    throw new Error(`Sample data refused:\n${problems.join("\n")}`);
  }
  const keys = parseFieldKeys(readFileSync(parsed.data.FIELD_KEYS_FILE, "utf8"));
  return { databaseUrl: parsed.data.DATABASE_URL, keys };
};
