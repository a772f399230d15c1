import { replayableCommands, type SealedBody } from "./replayable-commands";

/** What stands in the form; in memory alone, until it is sealed. */
export interface ProblemEntry {
  readonly villageCode: string;
  readonly categoryCode: string;
  readonly title: string;
  readonly story: string;
  readonly reporter: string;
}
export type ProblemField = keyof ProblemEntry;

/** @param villageCode where it was told; empty: one of several, to be chosen */
export const emptyProblem = (villageCode: string): ProblemEntry => ({
  ...{ villageCode, categoryCode: "", title: "", story: "", reporter: "" },
});

const fieldOf: Readonly<Record<string, ProblemField>> = {
  villageCode: "villageCode",
  categoryCode: "categoryCode",
  title: "title",
  description: "story",
  reporter: "reporter",
};

/** The body to seal, by the same schema the server reads it with, or the fields that do not fit. */
export function readProblem(
  entry: ProblemEntry,
): { body: SealedBody<"cases.open"> } | { problems: readonly ProblemField[] } {
  const { villageCode, categoryCode, title, story, reporter } = entry;
  const read = replayableCommands["cases.open"].safeParse({
    ...{ villageCode, categoryCode, title },
    description: story,
    reporter: { name: reporter },
    privacy: null,
  });
  if (read.success) return { body: read.data };
  const fields = read.error.issues.map(({ path }) => fieldOf[String(path[0])]);
  return { problems: [...new Set(fields.filter((field) => field !== undefined))] };
}
