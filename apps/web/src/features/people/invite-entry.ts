import { inviteUserCommand, usernameSchema } from "@rembuk/domain/staff/commands";
import type { FieldProblem } from "./appointment-entry";

export interface InviteEntry {
  readonly displayName: string;
  readonly username: string;
  readonly phone: string;
  readonly email: string;
}

export const inviteFields = ["displayName", "username", "phone", "email"] as const;
export const emptyInvite: InviteEntry = { displayName: "", username: "", phone: "", email: "" };

const { displayName: nameSchema, email: emailSchema } = inviteUserCommand.shape;

/** What is missing or malformed of a person, by field; the server decides about phones. */
export function inviteProblems(
  entry: InviteEntry,
): Partial<Record<(typeof inviteFields)[number], FieldProblem>> {
  const problems: Partial<Record<(typeof inviteFields)[number], FieldProblem>> = {};
  const name = entry.displayName.trim();
  if (name === "") problems.displayName = "missing";
  else if (!nameSchema.safeParse(name).success) problems.displayName = "invalid";
  if (entry.username.trim() === "") problems.username = "missing";
  else if (!usernameSchema.safeParse(entry.username).success) problems.username = "invalid";
  const email = entry.email.trim();
  if (email !== "" && !emailSchema.safeParse(email).success) problems.email = "invalid";
  return problems;
}

const titles = new Set(["h", "hj", "dr", "drs", "ir", "st", "sh", "se", "fiktif"]);

/** A user name from the place's and the person's first names: "parsel.nurlaila". */
export function suggestUsername(prefix: string, displayName: string): string {
  const words = displayName
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z\s]/g, " ")
    .split(/\s+/)
    .filter((word) => word.length > 1 && !titles.has(word));
  const name = words.slice(0, 2).join("-");
  return [prefix, name]
    .filter(Boolean)
    .join(".")
    .slice(0, 40)
    .replace(/[.-]+$/, "");
}
