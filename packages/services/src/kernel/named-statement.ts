import { createHash } from "node:crypto";
import type { PreparedRead } from "@rembuk/db/client";

/**
 * What a statement is called on a connection: by its text alone. Pages and procedures have this module each
 * for themselves, and share their connections.
 */
export const statementName = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 24);

const statementNames = new Map<string, string>();
/**
 * A statement that is planned once for each of its texts: planning costs more than counting does. Where
 * there are very many texts the later ones go unnamed, so that memory stays bounded.
 */
export const named = (text: string, values: readonly unknown[]): PreparedRead => {
  if (!statementNames.has(text) && statementNames.size < 400)
    statementNames.set(text, statementName(text));
  return { name: statementNames.get(text) ?? "", text, values };
};
