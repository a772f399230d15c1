"use client";

import { familySheet } from "@rembuk/domain/onboarding/family-sheet";
import { KeyValueList } from "@rembuk/ui/key-value";
import { ErrorState } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useTranslations } from "next-intl";
import { Fold } from "@/components/fold";
import { useFormat } from "@/components/office-zone";
import type { RegistryVillage } from "@/features/beneficiaries/registry-data";
import { ImportCard } from "@/features/imports/import-card";
import { ImportPlan } from "@/features/imports/import-plan";
import { ImportProblems } from "@/features/imports/import-problems";
import { SentWorkbooks } from "@/features/imports/sent-workbooks";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { FamilyFindings, FamilyImport } from "../onboarding-data";
import { useFamilyImports } from "./use-family-imports";

const promises = ["check", "known", "undo"] as const;

/** Families from Excel: sent, looked through, taken over, taken back. @param areaCode kecamatan or village */
export function FamilyImportScreen({ areaCode }: { areaCode: string }) {
  const t = useTranslations("registry.import");
  const wording = useErrorWording();
  const { imports, send, villages } = useFamilyImports(areaCode);
  const card = (item: FamilyImport) => (
    <ImportCard key={item.id} item={item} kind="families">
      {item.findings ? (
        <Findings item={item} findings={item.findings} areaCode={areaCode} villages={villages} />
      ) : null}
    </ImportCard>
  );
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/keluarga", label: t("back") }}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="flex max-w-[860px] flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        <ul className="list-disc pl-5 text-text-2">
          {promises.map((one) => (
            <li key={one}>{t(`promise.${one}`)}</li>
          ))}
        </ul>
        {imports.error ? (
          <ErrorState title={t("failed")}>{wording(callFailure(imports.error).code)}</ErrorState>
        ) : null}
        <SentWorkbooks
          items={imports.data}
          templateHref={`/api/berkas/templat/keluarga?kec=${areaCode}`}
          label={t("upload")}
          send={send}
          card={card}
        />
      </div>
    </div>
  );
}

interface FindingsProps {
  item: FamilyImport;
  findings: FamilyFindings;
  areaCode: string;
  villages: readonly RegistryVillage[];
}

function Findings({ item, findings, areaCode, villages }: FindingsProps) {
  const t = useTranslations("imports");
  const { number } = useFormat();
  const sheet = familySheet(areaCode.length > 8);
  const { families, ready, withoutNik, known, similarCount, elsewhere } = findings;
  const counted = { families: number(families), members: number(ready) };
  const entries = [
    { key: "rows", label: t("count.rows"), value: number(findings.rows) },
    { key: "families", label: t("count.families"), value: t("count.familiesOf", counted) },
    { key: "withoutNik", label: t("count.withoutNik"), value: number(withoutNik) },
    { key: "known", label: t("count.knownPeople"), value: number(known) },
    { key: "similar", label: t("count.similarFamilies"), value: number(similarCount) },
    { key: "elsewhere", label: t("count.elsewhere"), value: number(elsewhere) },
    { key: "problems", label: t("count.problems"), value: number(findings.rowsWithProblems) },
  ];
  return (
    <>
      <KeyValueList entries={entries} labelWidth={220} />
      {item.mayStart || item.missing.length > 0 || findings.villages.length > 0 ? (
        <ImportPlan
          key={item.id}
          kind="families"
          sheet={sheet}
          item={item}
          headings={findings.headings}
          columns={findings.columns}
          villages={{ words: findings.villages, choices: villages }}
        />
      ) : null}
      <ImportProblems sheet={sheet} findings={findings} />
      {findings.similar.length > 0 ? (
        <Fold title={t("similarFamilies")}>
          <ul className="mt-2 columns-2 gap-4 text-12 sm:columns-3">
            {findings.similar.map((row) => (
              <li key={row}>{t("similarFamily", { row })}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  );
}
