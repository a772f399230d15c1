/** Joins class names, leaving out what is false or empty. Order is kept; nothing is merged. */
export function cx(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
