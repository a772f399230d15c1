"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { Sparkline } from "@rembuk/ui/sparkline";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import type { ShownInnovation } from "./innovation-data";
import { OperationDialog } from "./operation-dialog";

type Figure = "cases" | "solved" | "people" | "trips";
const figures: readonly Figure[] = ["cases", "solved", "people", "trips"];

/** What the reader may open: decides which figures lead to their records. */
export interface OpenRecords {
  readonly cases: boolean;
  readonly trips: boolean;
  readonly coaching: boolean;
}

/** The address of the records behind a figure; null: there is none for this reader. */
export const recordsHref = (
  figure: Figure,
  { parts, evidence, isOffice, subdistrictCode }: ShownInnovation,
  may: Pick<OpenRecords, "cases" | "trips">,
): string | null => {
  if (!evidence || !isOffice) return null;
  if (figure === "trips" || figure === "people") return may.trips ? "/kunjungan" : null;
  const { categories } = parts.operations;
  if (!may.cases || categories.length === 0) return null;
  const words = new URLSearchParams({
    ...{ tampilan: "semua", jenis: categories.join(","), masuk: `${evidence.since}..` },
    kecamatan: subdistrictCode,
    ...(figure === "solved" ? { status: "resolved,closed" } : {}),
  });
  return `/antrean?${words}`;
};

/** What Rembuk counted of the operation, apart from what the report says of itself. */
export function EvidencePanel({
  innovation,
  may,
}: {
  innovation: ShownInnovation;
  may: OpenRecords;
}) {
  const t = useTranslations("innovations");
  const { shortDate, shortDateTime } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { evidence, mayEdit } = innovation;
  return (
    <Panel
      id="bukti"
      title={t("evidence.title")}
      note={evidence ? t("evidence.since", { day: shortDate(dayOf(evidence.since)) }) : undefined}
      actions={
        mayEdit ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t("evidence.choose")}
          </Button>
        ) : null
      }
      footer={
        evidence ? (
          <p className="text-12 text-text-2">
            {t("evidence.counted", { when: shortDateTime(evidence.countedAt) })}{" "}
            {innovation.isOffice ? t("evidence.office") : t("evidence.outside")}
          </p>
        ) : null
      }
    >
      {evidence ? (
        <Figures innovation={innovation} may={may} />
      ) : (
        <p className="text-text-2">{t("evidence.none")}</p>
      )}
      {may.coaching ? <Promised innovationId={innovation.id} /> : null}
      {isOpen ? <OperationDialog innovation={innovation} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

/** What coaching was promised for it, and what of it was proven. */
function Promised({ innovationId }: { innovationId: string }) {
  const t = useTranslations("innovations.evidence");
  const { coaching } = useTRPC();
  const standings = useQuery(coaching.standings.queryOptions({ innovationIds: [innovationId] }));
  const promised = useQuery(coaching.ofInnovation.queryOptions({ innovationId }));
  const [standing] = standings.data ?? [];
  const [latest] = promised.data ?? [];
  if (!standing || !latest) return null;
  return (
    <p className="mt-3 border-t border-line pt-3 text-14">
      <TextLink href={`/pembinaan/${latest.engagementId}`}>{t("coaching")}</TextLink>{" "}
      {t("promised", { verified: standing.verified, all: standing.all })}
    </p>
  );
}

function Figures({ innovation, may }: { innovation: ShownInnovation; may: OpenRecords }) {
  const t = useTranslations("innovations");
  const { evidence, parts } = innovation;
  if (!evidence) return null;
  const { categories, countsTrips } = parts.operations;
  const total = evidence.weeks.reduce<number>((sum, week) => sum + (week ?? 0), 0);
  const isChosen = categories.length > 0 || countsTrips;
  return (
    <>
      {isChosen ? null : <p className="mb-2 text-13 text-warn">{t("evidence.unchosen")}</p>}
      <dl className="grid grid-cols-2 gap-2">
        {figures.map((figure) => {
          const href = recordsHref(figure, innovation, may);
          const value = evidence[figure];
          const shown = value === null ? t("evidence.small") : String(value);
          return (
            <div key={figure} className="rounded-r2 bg-sunken px-2.5 py-2">
              <dt className="text-12 text-text-2">{t(`evidence.figures.${figure}`)}</dt>
              <dd className="text-22 font-bold tabular-nums">
                {href ? (
                  <TextLink
                    href={href}
                    aria-label={t("evidence.openOf", {
                      what: t(`evidence.figures.${figure}`),
                      value: shown,
                    })}
                  >
                    {shown}
                  </TextLink>
                ) : (
                  shown
                )}
              </dd>
              {evidence.trends[figure] ? (
                <dd className="text-12 text-text-2">
                  {t(`evidence.trend.${evidence.trends[figure]}`)}
                </dd>
              ) : null}
            </div>
          );
        })}
      </dl>
      <div className="mt-3">
        <p className="mb-1 text-12 text-text-2">{t("evidence.pulse")}</p>
        <Sparkline
          values={evidence.weeks}
          sentence={t("evidence.pulseSentence", { count: total })}
          width={280}
          height={36}
        />
      </div>
    </>
  );
}
