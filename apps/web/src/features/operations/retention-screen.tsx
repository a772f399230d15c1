"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { Segmented } from "@rembuk/ui/segmented";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { areaTitle, type NamedArea } from "@/features/areas/area-name";
import { OfficePicker, useOffices } from "@/features/areas/office-picker";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { RetentionPage } from "./retention-data";
import { RetentionRuns } from "./retention-runs";
import { RetentionTerms } from "./retention-terms";

interface RetentionScreenProps {
  /** Kecamatan, or regencies of an auditor. */
  readonly scopes: readonly NamedArea[];
  /** The kabupaten whose supervisory complaints the reader has to do with; null: none. */
  readonly supervised: NamedArea | null;
  /** The reader came here from the trail. */
  readonly mayReadTrail: boolean;
}

/** How long ended cases keep their content: the dry run, proposals, and the records of what went. */
export function RetentionScreen({ scopes, supervised, mayReadTrail }: RetentionScreenProps) {
  const t = useTranslations("retention");
  const nav = useTranslations("nav");
  const offices = useOffices(scopes);
  const { office } = offices;
  const [kind, setKind] = useState(scopes.length === 0 ? "supervised" : "office");
  const shown = kind === "supervised" ? supervised : office;
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={mayReadTrail ? { href: "/jejak-audit", label: nav("audit") } : null}
        title={t("title")}
        lead={t("lead")}
      >
        {supervised && scopes.length > 0 ? (
          <Segmented
            label={t("kinds.label")}
            value={kind}
            onChange={setKind}
            options={[
              { value: "office", label: t("kinds.office") },
              { value: "supervised", label: t("kinds.supervised") },
            ]}
          />
        ) : null}
        {kind === "supervised" ? (
          <p className="text-12 text-text-2">
            {t("kinds.of", { place: supervised ? areaTitle(supervised) : "" })}
          </p>
        ) : (
          <OfficePicker
            offices={offices}
            label={t("office")}
            placeholder={t("officePlaceholder")}
            otherwise={<p className="text-12 text-text-2">{office ? areaTitle(office) : null}</p>}
          />
        )}
      </PageHeader>
      {shown ? (
        <OfficeRetention key={shown.code} subdistrictCode={shown.code} />
      ) : (
        <EmptyState title={t("choose")}>{t("chooseText")}</EmptyState>
      )}
    </div>
  );
}

function OfficeRetention({ subdistrictCode }: { subdistrictCode: string }) {
  const t = useTranslations("retention");
  const wording = useErrorWording();
  const { data, error, isFetching, refetch } = useQuery(
    useTRPC().retention.show.queryOptions({ subdistrictCode }),
  );
  if (!data && error) {
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={isFetching}
        onRetry={() => void refetch()}
      >
        {wording(callFailure(error).code)}
      </ErrorState>
    );
  }
  if (!data) return <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />;
  return (
    <div className="flex max-w-[1000px] flex-col gap-4 px-4 py-4 sm:px-7">
      <RetentionTerms page={data} subdistrictCode={subdistrictCode} />
      <RetentionRuns page={data} subdistrictCode={subdistrictCode} />
      <Records records={data.records} />
    </div>
  );
}

function Records({ records }: { records: RetentionPage["records"] }) {
  const t = useTranslations("retention.records");
  const { longDateTime, number } = useFormat();
  return (
    <Panel id="bukti" flush title={t("title")} note={t("note")}>
      {records.length === 0 ? (
        <EmptyState level={3} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {records.map((record) => (
            <li key={record.id} className="px-3 py-2.5">
              <p className="font-semibold">
                {t("line", {
                  cases: number(record.cases),
                  persons: number(record.persons),
                  files: number(record.files),
                })}
                {record.isConfidential ? ` · ${t("confidential")}` : ""}
              </p>
              <p className="text-12 text-text-2">
                {t("by", {
                  date: longDateTime(record.carriedOutAt),
                  proposer: record.proposedByName,
                  approver: record.approvedByName,
                })}
              </p>
              <p className="font-mono text-12 break-all text-text-3">
                {t("hash", { hash: record.idsHash })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
