import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["letters"];

/** Letters of a case as `letters.list` answers them: only what this reader may see. */
export type CaseLettersData = inferOutput<Procedures["list"]>;
export type CaseLetter = CaseLettersData["letters"][number];

/** How an office numbers its letters, with the parts of the next number. */
export type LetterSettingShown = inferOutput<Procedures["setting"]>;

/** The PDF shows what the letter is now; until then the worker still draws. */
export const isDrawn = (letter: Pick<CaseLetter, "status" | "renderedStatus">): boolean =>
  letter.renderedStatus !== null &&
  (letter.status === "void") === (letter.renderedStatus === "void");
