import { linesOf } from "./field-values";

/** A batch as it is typed. */
export interface BatchEntry {
  readonly title: string;
  readonly award: string;
  readonly giver: string;
  readonly year: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** "Nama; Lembaga; nama akun" each line, the account may be missing. */
  readonly team: string;
  readonly innovationIds: readonly string[];
}

export const emptyBatch: BatchEntry = {
  ...{ title: "", award: "", giver: "", year: "", startsOn: "", endsOn: "", team: "" },
  innovationIds: [],
};

/** One line of the team; null: name or institution is missing. */
const memberOf = (line: string, id: string) => {
  const [name = "", institution = "", username = ""] = line.split(";").map((part) => part.trim());
  const isWhole = name.length >= 3 && institution.length >= 2;
  return isWhole ? { id, name, institution, aliases: [], username: username || null } : null;
};

/** Fields that cannot be sent as they stand. */
export const batchProblems = (entry: BatchEntry): readonly (keyof BatchEntry)[] => {
  const members = linesOf(entry.team).map((line) => memberOf(line, ""));
  const isWrong: Readonly<Record<keyof BatchEntry, boolean>> = {
    title: entry.title.trim().length < 5,
    award: entry.award.trim().length < 2,
    giver: entry.giver.trim().length < 2,
    year: !/^(19|20)\d{2}$/.test(entry.year.trim()),
    startsOn: entry.startsOn === "",
    endsOn: entry.endsOn === "" || entry.endsOn < entry.startsOn,
    team: members.length === 0 || members.includes(null),
    innovationIds: entry.innovationIds.length === 0,
  };
  return (Object.keys(isWrong) as (keyof BatchEntry)[]).filter((key) => isWrong[key]);
};

/** The batch as it is sent; institutions in the order of the team. */
export const batchOf = (entry: BatchEntry, newId: () => string) => {
  const team = linesOf(entry.team).flatMap((line) => memberOf(line, newId()) ?? []);
  return {
    title: entry.title.trim(),
    award: { name: entry.award.trim(), giver: entry.giver.trim(), year: Number(entry.year) },
    ...{ startsOn: entry.startsOn, endsOn: entry.endsOn, team },
    institutions: [...new Set(team.map(({ institution }) => institution))],
    innovationIds: [...entry.innovationIds],
  };
};
