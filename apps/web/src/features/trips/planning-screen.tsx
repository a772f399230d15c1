"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { ButtonLink } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { WaitingVillage } from "./trip-data";

/** Where people wait for what was approved, and which villages one trip could take together. */
export function PlanningScreen({ mayPlan }: { mayPlan: boolean }) {
  const t = useTranslations("trips");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/kunjungan", label: t("title") }}
        title={t("board.title")}
        actions={
          mayPlan && chosen.length > 0 ? (
            <ButtonLink
              href={`/kunjungan/baru?${chosen.map((code) => `desa=${code}`).join("&")}`}
              tone="primary"
              size="small"
              icon={<Plus size={14} aria-hidden />}
            >
              {t("board.plan", { count: chosen.length })}
            </ButtonLink>
          ) : null
        }
        lead={t("board.about")}
      />
      <div className="px-4 py-3.5 sm:px-7">
        <Waiting chosen={mayPlan ? chosen : null} onChoose={setChosen} />
      </div>
    </div>
  );
}

interface WaitingProps {
  /** Null: the reader plans no trips. */
  chosen: readonly string[] | null;
  onChoose: (chosen: readonly string[]) => void;
}

function Waiting({ chosen, onChoose }: WaitingProps) {
  const t = useTranslations("trips");
  const wording = useErrorWording();
  const waiting = useQuery(useTRPC().trips.waiting.queryOptions());
  if (waiting.error)
    return (
      <ErrorState
        title={t("board.failed")}
        retryLabel={t("retry")}
        retrying={waiting.isFetching}
        onRetry={() => void waiting.refetch()}
      >
        {wording(callFailure(waiting.error).code)}
      </ErrorState>
    );
  if (!waiting.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  const toggle = (code: string) =>
    onChoose(
      chosen?.includes(code) ? chosen.filter((one) => one !== code) : [...(chosen ?? []), code],
    );
  return (
    <div className="max-w-[1100px] overflow-hidden rounded-r3 border border-line bg-surface">
      {waiting.data.length === 0 ? (
        <EmptyState title={t("board.nobody")}>{t("board.nobodyText")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {waiting.data.map((village) => (
            <WaitingRow
              key={village.villageCode}
              village={village}
              isChosen={chosen?.includes(village.villageCode) ?? null}
              onToggle={() => toggle(village.villageCode)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function WaitingRow(props: {
  village: WaitingVillage;
  isChosen: boolean | null;
  onToggle: () => void;
}) {
  const { village, isChosen, onToggle } = props;
  const t = useTranslations("trips.board");
  const status = useTranslations("trips.status");
  const { shortDate, number } = useFormat();
  const name = <b className="text-14 font-semibold">{village.villageName}</b>;
  return (
    <li className="grid gap-x-5 gap-y-1 px-3 py-2.5 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,2fr)_auto]">
      <div className="min-w-0">
        {isChosen === null ? (
          name
        ) : (
          <Checkbox checked={isChosen} onChange={onToggle} label={name} />
        )}
        {village.facts ? (
          <p className="text-12 text-text-2">
            {t("far", {
              hours: number(village.facts.hoursToOffice),
              signal: village.facts.signal,
            })}
          </p>
        ) : null}
      </div>
      <div className="min-w-0 text-13 text-text-2">
        <p className="break-words">
          {t("people", {
            count: number(village.people),
            entitlements: number(village.entitlements),
          })}{" "}
          · {village.programs.join(", ")}
        </p>
        {village.trips.map((trip) => (
          <p key={trip.id} className="flex min-h-7 items-center">
            <TextLink href={`/kunjungan/${trip.id}`}>
              {t("trip", {
                date: shortDate(dayOf(trip.startsOn)),
                status: status(trip.status).toLowerCase(),
              })}
            </TextLink>
          </p>
        ))}
      </div>
      <p className="text-13 tabular-nums sm:text-right">
        <b className="text-16 font-bold">{t("days", { count: village.waitsDays })}</b>
        <span className="block text-12 text-text-2">
          {t("since", { date: shortDate(village.waitsSince) })}
        </span>
      </p>
    </li>
  );
}
