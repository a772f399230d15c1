"use client";

import type { FamilyRowProblemCode } from "@rembuk/domain/onboarding/family-rows";
import type { RowProblemCode } from "@rembuk/domain/onboarding/register-rows";
import { columnLetters } from "@rembuk/domain/onboarding/sheet-cells";
import type { Columns, SheetKind } from "@rembuk/domain/onboarding/sheet-columns";
import { useTranslations } from "next-intl";
import { Fold } from "@/components/fold";
import { useFormat } from "@/components/office-zone";

interface ImportProblemsProps<Name extends string> {
  sheet: SheetKind<Name>;
  findings: {
    readonly headings: readonly string[];
    readonly columns: Columns<Name>;
    readonly problemCount: number;
    readonly problems: readonly {
      readonly row: number;
      readonly field: Name;
      readonly code: RowProblemCode | FamilyRowProblemCode;
    }[];
  };
}

/** What keeps rows out, each with its row and its column as the file names them. */
export function ImportProblems<Name extends string>(props: ImportProblemsProps<Name>) {
  const { sheet, findings } = props;
  const t = useTranslations("imports");
  const { number } = useFormat();
  const { problems, problemCount, columns, headings } = findings;
  if (problemCount === 0) return null;
  const columnOf = (field: Name): string => {
    const at = columns[field];
    const heading = (at === null ? null : headings[at]) || sheet.headings[field][0] || field;
    return at === null ? heading : `${columnLetters(at)} (${heading})`;
  };
  return (
    <Fold title={t("problems", { count: number(problemCount) })} open>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
        tabIndex={0}
        aria-label={t("problems", { count: number(problemCount) })}
        className="mt-2 max-h-72 overflow-y-auto rounded-r2 border border-bad-line"
      >
        {problems.map((problem) => (
          <li
            key={`${problem.row} ${problem.field} ${problem.code}`}
            className="border-b border-line px-3 py-1.5 last:border-b-0"
          >
            {t("problem", {
              row: problem.row,
              column: columnOf(problem.field),
              why: t(`why.${problem.code}`),
            })}
          </li>
        ))}
      </ul>
      {problemCount > problems.length ? (
        <p className="mt-1 text-12 text-text-2">
          {t("moreProblems", { count: number(problemCount - problems.length) })}
        </p>
      ) : null}
    </Fold>
  );
}
