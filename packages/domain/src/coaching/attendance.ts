import type { Attendance, CoachingBatch, TeamMember } from "./model";

const wordsOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\s]/gu, "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .sort()
    .join(" ");

/** Is this a way to write that person? The same words in any order, of the name or of an alias. */
export const isWrittenAs = (member: Pick<TeamMember, "name" | "aliases">, name: string): boolean =>
  [member.name, ...member.aliases].some((one) => wordsOf(one) === wordsOf(name));

/** Two rows that are one person; null: everybody stands there once. */
export const samePerson = (
  team: readonly Pick<TeamMember, "name" | "aliases">[],
): readonly [string, string] | null => {
  for (const [at, one] of team.entries()) {
    const twin = team
      .slice(at + 1)
      .find((other) => [other.name, ...other.aliases].some((name) => isWrittenAs(one, name)));
    if (twin) return [one.name, twin.name];
  }
  return null;
};

/** Who of each institution came, in the order of the batch; nobody: it was absent, with its reason. */
export const attendanceByInstitution = (
  { institutions, team }: Pick<CoachingBatch, "institutions" | "team">,
  { present, absences }: Pick<Attendance, "present" | "absences">,
) =>
  institutions.map((institution) => ({
    institution,
    present: team.filter((one) => one.institution === institution && present.includes(one.id)),
    reason: absences.find((one) => one.institution === institution)?.reason ?? null,
  }));

/** What an attendance list lacks: somebody of the team, or the reason of an institution that is absent. */
export const attendanceGaps = (
  batch: Pick<CoachingBatch, "institutions" | "team">,
  attendance: Attendance,
): readonly string[] => {
  const rows = attendanceByInstitution(batch, attendance);
  const absent = rows.filter((row) => row.present.length === 0);
  if (absent.length === rows.length) return rows.map((row) => row.institution);
  return absent.filter((row) => !row.reason).map((row) => row.institution);
};
