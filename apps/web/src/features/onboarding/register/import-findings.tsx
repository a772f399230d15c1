"use client";

import { registerSheet } from "@rembuk/domain/onboarding/register-columns";
import { KeyValueList } from "@rembuk/ui/key-value";
import { useTranslations } from "next-intl";
import { Fold } from "@/components/fold";
import { useFormat } from "@/components/office-zone";
import { ImportPlan } from "@/features/imports/import-plan";
import { ImportProblems } from "@/features/imports/import-problems";
import { dayOf } from "@/lib/format";
import type { Findings, Import, Onboarding } from "../onboarding-data";

interface ImportFindingsProps {
  item: Import;
  findings: Findings;
  page: Onboarding;
}

/** What the dry run found: counts first, then what needs a hand, each row with its column. */
export function ImportFindings({ item, findings, page }: ImportFindingsProps) {
  const t = useTranslations("imports");
  const words = useTranslations("onboarding.register");
  const { number, shortDate } = useFormat();
  const { from, to } = findings;
  const period =
    from && to ? words("between", { from: shortDate(dayOf(from)), to: shortDate(dayOf(to)) }) : "–";
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
        <ImportPlan
          key={item.id}
          kind="register"
          sheet={registerSheet}
          item={item}
          headings={findings.headings}
          columns={findings.columns}
          villages={{ words: findings.villages, choices: page.villages }}
          categories={{ words: findings.categories, choices: page.categories.choices }}
        />
      ) : null}
      <ImportProblems sheet={registerSheet} findings={findings} />
      <Similar findings={findings} />
    </>
  );
}

function Similar({ findings }: { findings: Findings }) {
  const t = useTranslations("imports");
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
