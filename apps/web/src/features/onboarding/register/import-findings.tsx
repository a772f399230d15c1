"use client";

import { type RegisterField, registerHeadings } from "@rembuk/domain/onboarding/register-columns";
import { columnLetters } from "@rembuk/domain/onboarding/sheet-cells";
import { KeyValueList } from "@rembuk/ui/key-value";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { Fold } from "../fold";
import type { Findings, Import, Onboarding } from "../onboarding-data";
import { ImportPlan } from "./import-plan";

interface ImportFindingsProps {
  item: Import;
  findings: Findings;
  page: Onboarding;
}

/** What the dry run found: counts first, then what needs a hand, each row with its column. */
export function ImportFindings({ item, findings, page }: ImportFindingsProps) {
  const t = useTranslations("onboarding.register");
  const { number, shortDate } = useFormat();
  const { from, to } = findings;
  const period =
    from && to ? t("between", { from: shortDate(dayOf(from)), to: shortDate(dayOf(to)) }) : "–";
  const entries = [
    { key: "rows", label: t("count.rows"), value: number(findings.rows) },
    {
      key: "ready",
      label: t("count.ready"),
      value: t("count.readyOf", {
        ready: number(findings.ready),
        settled: number(findings.settled),
        open: number(findings.open),
      }),
    },
    { key: "period", label: t("count.period"), value: period },
    { key: "known", label: t("count.known"), value: number(findings.known) },
    { key: "similar", label: t("count.similar"), value: number(findings.similarCount) },
    { key: "problems", label: t("count.problems"), value: number(findings.rowsWithProblems) },
  ];
  return (
    <>
      <KeyValueList entries={entries} labelWidth={180} />
      {item.mayStart || item.missing.length > 0 ? (
        <ImportPlan key={item.id} item={item} findings={findings} page={page} />
      ) : null}
      <Problems findings={findings} />
      <Similar findings={findings} />
    </>
  );
}

function Problems({ findings }: { findings: Findings }) {
  const t = useTranslations("onboarding.register");
  const { number } = useFormat();
  const { problems, problemCount, columns, headings } = findings;
  if (problemCount === 0) return null;
  const columnOf = (field: RegisterField): string => {
    const at = columns[field];
    const heading = (at === null ? null : headings[at]) || registerHeadings[field][0] || field;
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

function Similar({ findings }: { findings: Findings }) {
  const t = useTranslations("onboarding.register");
  if (findings.similar.length === 0) return null;
  return (
    <Fold title={t("similar")}>
      <ul className="mt-2 columns-2 gap-4 text-12 sm:columns-3">
        {findings.similar.map(({ row, number }) => (
          <li key={row}>{t("similarRow", { row, number })}</li>
        ))}
      </ul>
    </Fold>
  );
}
