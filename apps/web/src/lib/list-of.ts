import type { Language } from "./format";

/** "Nurlaila, Hamdani, dan Rusmiati" */
export function listOf(names: readonly string[], language: Language): string {
  const and = language === "id" ? " dan " : " and ";
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  return names.slice(0, -1).join(", ") + (names.length > 2 ? "," : "") + and + last;
}
