"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { Check, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { DecreeDialog } from "./decree-dialog";
import type { DecreeRow } from "./trip-data";
import { useTripAct } from "./use-trip-act";

interface DecreesScreenProps {
  subdistrictCode: string;
  mayIssue: boolean;
}

/** The SKs of the office: who may go out, until when, by which procedure. */
export function DecreesScreen({ subdistrictCode, mayIssue }: DecreesScreenProps) {
  const t = useTranslations("trips");
  const wording = useErrorWording();
  const [isAdding, setAdding] = useState(false);
  const decrees = useQuery(useTRPC().trips.decrees.queryOptions({ subdistrictCode }));
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/kunjungan", label: t("title") }}
        title={t("decrees.title")}
        lead={t("decrees.lead")}
        actions={
          mayIssue ? (
            <Button
              size="small"
              tone="primary"
              icon={<Plus size={14} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t("decrees.add")}
            </Button>
          ) : null
        }
      />
      <div className="px-4 py-3.5 sm:px-7">
        {decrees.error ? (
          <ErrorState
            title={t("failed")}
            retryLabel={t("retry")}
            retrying={decrees.isFetching}
            onRetry={() => void decrees.refetch()}
          >
            {wording(callFailure(decrees.error).code)}
          </ErrorState>
        ) : decrees.data ? (
          <DecreeList decrees={decrees.data} />
        ) : (
          <SkeletonRows label={t("loading")} slow={t("slow")} />
        )}
      </div>
      {isAdding ? (
        <DecreeDialog subdistrictCode={subdistrictCode} onClose={() => setAdding(false)} />
      ) : null}
    </div>
  );
}

function DecreeList({ decrees }: { decrees: readonly DecreeRow[] }) {
  const t = useTranslations("trips.decrees");
  const [revoking, setRevoking] = useState<DecreeRow | null>(null);
  return (
    <div className="max-w-[1100px] overflow-hidden rounded-r3 border border-line bg-surface">
      {decrees.length === 0 ? <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState> : null}
      <ul className="divide-y divide-line">
        {decrees.map((decree) => (
          <li key={decree.id} className="px-3 py-2.5">
            <DecreeItem decree={decree} onRevoke={() => setRevoking(decree)} />
          </li>
        ))}
      </ul>
      {revoking ? <RevokeDialog decree={revoking} onClose={() => setRevoking(null)} /> : null}
    </div>
  );
}

function DecreeItem({ decree, onRevoke }: { decree: DecreeRow; onRevoke: () => void }) {
  const t = useTranslations("trips.decrees");
  const { shortDate } = useFormat();
  const teams = ["pelaksana", "jejaring"] as const;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="min-w-0 font-mono text-14 break-words">{decree.number}</b>
        {decree.isRunning ? (
          <Chip tone="ok" icon={<Check size={12} aria-hidden />}>
            {t("running")}
          </Chip>
        ) : (
          <Chip>{t(decree.revokedAt ? "revoked" : "notRunning")}</Chip>
        )}
        {decree.mayRevoke ? (
          <Button
            size="small"
            className="sm:ml-auto"
            aria-label={t("revokeOf", { number: decree.number })}
            onClick={onRevoke}
          >
            {t("revoke")}
          </Button>
        ) : null}
      </div>
      <p className="text-14 font-medium break-words">{decree.subject}</p>
      <p className="text-13 text-text-2 break-words">
        {t("period", {
          from: shortDate(dayOf(decree.startsOn)),
          to: shortDate(dayOf(decree.endsOn)),
          procedure: decree.procedure,
        })}
      </p>
      <details className="text-13">
        <summary className="inline-flex min-h-8 cursor-pointer items-center font-semibold text-brand underline underline-offset-2">
          {t("members", { count: decree.members.length })}
        </summary>
        <div className="grid gap-x-6 gap-y-2 py-1 sm:grid-cols-2">
          {teams.map((team) => (
            <div key={team}>
              <p className="font-semibold">{t(`team.${team}`)}</p>
              <ul className="text-text-2">
                {decree.members
                  .filter((member) => member.team === team)
                  .map((member) => (
                    <li key={member.id} className="break-words">
                      {member.name}, {member.position}
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
      </details>
    </>
  );
}

function RevokeDialog({ decree, onClose }: { decree: DecreeRow; onClose: () => void }) {
  const t = useTranslations("trips.decrees");
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.revokeDecree.mutate({ clientActionId, decreeId: decree.id, version: decree.version }),
    done: t("revokeDone", { number: decree.number }),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t("revoke")}
      subject={decree.number}
      text={t("revokeText")}
      sendLabel={t("revoke")}
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={0}
      onSend={act.send}
      onClose={onClose}
    />
  );
}
