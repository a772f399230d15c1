"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Pencil, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { PaperButton } from "@/features/papers/paper-button";
import { dayOf } from "@/lib/format";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import type { EngagementRow, ShownBatch } from "./coaching-data";
import { EngagementChip } from "./coaching-status";
import { LoadedList } from "./loaded-list";
import { MemberDialog } from "./member-dialog";

/** One batch: its award and period, its engagements, and who coaches. */
export function BatchScreen({ batchId }: { batchId: string }) {
  const batch = useQuery(useTRPC().coaching.batch.queryOptions({ batchId }));
  return (
    <LoadedList list={batch} takeFocus>
      {(data) => <WholeBatch batch={data} />}
    </LoadedList>
  );
}

function WholeBatch({ batch }: { batch: ShownBatch }) {
  const t = useTranslations("coaching");
  const { shortDate } = useFormat();
  const { reports } = useTRPCClient();
  const { award, engagements, institutions } = batch;
  const innovations = engagements.reduce((sum, one) => sum + one.innovations.length, 0);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/pembinaan", label: t("title") }}
        title={batch.title}
        actions={
          <PaperButton
            kind="coaching-report"
            size="small"
            label={t("papers.report.title")}
            about={t("papers.report.about")}
            onRequest={() =>
              reports.requestCoachingReport.mutate({
                ...{ clientActionId: crypto.randomUUID(), batchId: batch.id },
              })
            }
          />
        }
        lead={
          <>
            {t("batch.award", { name: award.name, giver: award.giver })} ·{" "}
            {t("batch.period", {
              from: shortDate(dayOf(batch.startsOn)),
              to: shortDate(dayOf(batch.endsOn)),
            })}{" "}
            · {t("batch.size", { places: engagements.length, innovations })}
          </>
        }
      />
      <div className="grid gap-3.5 px-4 py-3.5 sm:px-7 lg:grid-cols-[minmax(0,1fr)_340px] lg:items-start">
        <Panel id="kecamatan" title={t("batch.places")} flush>
          <ul className="divide-y divide-line">
            {engagements.map((row) => (
              <li key={row.id}>
                <EngagementItem row={row} />
              </li>
            ))}
          </ul>
        </Panel>
        <TeamPanel batch={batch} institutions={institutions} />
      </div>
    </div>
  );
}

function EngagementItem({ row }: { row: EngagementRow }) {
  const t = useTranslations("coaching");
  const { shortDate } = useFormat();
  const { all, verified, late } = row.commitments;
  const next = row.sessions.find(({ status }) => status === "scheduled");
  const last = row.sessions.at(-1);
  const session = next ?? last;
  return (
    <AppLink
      href={`/pembinaan/${row.id}`}
      className="grid gap-x-4 gap-y-1 px-3 py-2.5 text-inherit no-underline hover:bg-hover sm:grid-cols-[minmax(0,1fr)_210px_150px]"
    >
      <span className="min-w-0">
        <span className="block text-14 font-semibold break-words">{row.placeName}</span>
        <span className="block text-13 break-words">
          {row.innovations.map(({ name }) => name).join(", ")}
        </span>
        <span className="block text-13 text-text-2">
          {row.leaderName ? t("leaders.camat", { name: row.leaderName }) : t("leaders.none")}
        </span>
      </span>
      <span className="text-13 text-text-2">
        <span className="block text-14 text-text">
          {all === 0 ? t("batch.noCommitments") : t("batch.proven", { verified, all })}
        </span>
        {late > 0 ? (
          <span className="flex items-center gap-1.5 font-semibold text-bad">
            <TriangleAlert size={14} aria-hidden />
            {t("batch.lateShort", { count: late })}
          </span>
        ) : null}
        {row.hasPlan ? null : <span className="block">{t("plan.missing")}</span>}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-text-2 sm:flex-col sm:items-end">
        <EngagementChip status={row.status} />
        {session ? t("batch.session", { day: shortDate(session.startsAt) }) : t("sessions.none")}
      </span>
    </AppLink>
  );
}

function TeamPanel({
  batch,
  institutions,
}: {
  batch: ShownBatch;
  institutions: readonly string[];
}) {
  const t = useTranslations("coaching");
  const [open, setOpen] = useState<ShownBatch["team"][number] | null>(null);
  return (
    <Panel id="tim" title={t("team.title")} note={t("team.note")} flush>
      <ul className="divide-y divide-line">
        {institutions.map((institution) => (
          <li key={institution} className="px-3 py-2.5">
            <span className="block text-13 text-text-2">{institution}</span>
            <ul>
              {batch.team
                .filter((member) => member.institution === institution)
                .map((member) => (
                  <li key={member.id} className="flex items-start gap-2 text-14">
                    <span className="min-w-0 flex-1 break-words">
                      <b className="font-semibold">{member.name}</b>
                      {member.aliases.length > 0 ? (
                        <span className="block text-13 text-text-2">
                          {t("team.aliases", { names: member.aliases.join(", ") })}
                        </span>
                      ) : null}
                    </span>
                    {batch.mayOpen ? (
                      <Button
                        size="small"
                        icon={<Pencil size={14} aria-hidden />}
                        aria-label={t("team.editOf", { name: member.name })}
                        aria-haspopup="dialog"
                        onClick={() => setOpen(member)}
                      >
                        {t("team.edit")}
                      </Button>
                    ) : null}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {open ? <MemberDialog batch={batch} member={open} onClose={() => setOpen(null)} /> : null}
    </Panel>
  );
}
