"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { NextSteps } from "@rembuk/ui/next-steps";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { CircleSlash, CircleStop, Eye, Flag, type LucideIcon, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import type { ShownEngagement } from "./coaching-data";
import { EngagementChip } from "./coaching-status";
import { CommitmentsPanel } from "./commitments-panel";
import { FieldsDialog } from "./fields-dialog";
import { LoadedList } from "./loaded-list";
import { PlanPanel } from "./plan-panel";
import { SessionsPanel } from "./sessions-panel";

type Move = ShownEngagement["moves"][number]["move"];

const moveIcons: Readonly<Record<Move, LucideIcon>> = {
  start: Play,
  monitor: Eye,
  complete: Flag,
  lapse: CircleStop,
  cancel: CircleSlash,
};
const endings: readonly Move[] = ["lapse", "cancel"];

function MoveIcon({ move }: { move: Move }) {
  const Icon = moveIcons[move];
  return <Icon size={16} aria-hidden />;
}

/** One engagement: its sessions, plan and commitments, and the camats through whose time it goes. */
export function EngagementScreen({
  engagementId,
  filesOf,
}: {
  engagementId: string;
  /** What was added to a commitment as evidence. */
  filesOf: (commitmentId: string) => ReactNode;
}) {
  const one = useQuery(useTRPC().coaching.show.queryOptions({ engagementId }));
  return (
    <LoadedList list={one} takeFocus>
      {(data) => <WholeEngagement engagement={data} filesOf={filesOf} />}
    </LoadedList>
  );
}

function WholeEngagement({
  engagement,
  filesOf,
}: {
  engagement: ShownEngagement;
  filesOf: (commitmentId: string) => ReactNode;
}) {
  const t = useTranslations("coaching");
  const [open, setOpen] = useState<Move | null>(null);
  const { batch, placeName, status, moves } = engagement;
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: `/pembinaan/angkatan/${batch.id}`, label: batch.title }}
        title={placeName}
        beside={<EngagementChip status={status} />}
        lead={engagement.endReason ? t("endedFor", { reason: engagement.endReason }) : null}
      />
      <div className="grid gap-3.5 px-4 py-3.5 sm:px-7 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="flex min-w-0 flex-col gap-3.5 lg:col-start-2">
          {moves.length > 0 ? (
            <NextSteps
              title={t("next")}
              steps={moves.map(({ move, obstacle }, at) => ({
                id: move,
                title: t(`moves.${move}.title`),
                consequence: t(`moves.${move}.text`),
                blocked: obstacle ? t(`obstacles.${obstacle}`) : undefined,
                icon: <MoveIcon move={move} />,
                // Ending it is never what is proposed first.
                main: at === 0 && obstacle === null && !endings.includes(move),
              }))}
              onStep={(id) => setOpen(id as Move)}
            />
          ) : null}
          <LeadersPanel engagement={engagement} />
          <Panel id="inovasi" title={t("innovations")}>
            <ul className="flex flex-col gap-1.5 text-14">
              {engagement.innovations.map(({ id, name }) => (
                <li key={id}>
                  <TextLink href={`/inovasi/${id}`}>{name}</TextLink>
                </li>
              ))}
            </ul>
          </Panel>
          <p className="flex-none text-13 text-text-2">{t("noResidents")}</p>
        </div>
        <div className="flex min-w-0 flex-col gap-3.5 lg:col-start-1 lg:row-start-1">
          <CommitmentsPanel engagement={engagement} filesOf={filesOf} />
          <PlanPanel engagement={engagement} />
          <SessionsPanel engagement={engagement} />
        </div>
      </div>
      {open ? (
        <MoveDialog engagement={engagement} move={open} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}

function MoveDialog({
  engagement,
  move,
  onClose,
}: {
  engagement: ShownEngagement;
  move: Move;
  onClose: () => void;
}) {
  const t = useTranslations("coaching");
  const needsReason = move === "lapse" || move === "cancel";
  return (
    <FieldsDialog
      title={t(`moves.${move}.title`)}
      subject={engagement.placeName}
      text={t(`moves.${move}.text`)}
      sendLabel={t(`moves.${move}.title`)}
      done={t(`moves.${move}.done`)}
      fields={
        needsReason ? [{ name: "reason", label: t("form.reason"), kind: "words", least: 5 }] : []
      }
      run={(coaching, clientActionId, { reason }) =>
        coaching.move.mutate({
          ...{ clientActionId, engagementId: engagement.id, version: engagement.version, move },
          reason: reason ?? null,
        })
      }
      onClose={onClose}
    />
  );
}

function LeadersPanel({ engagement }: { engagement: ShownEngagement }) {
  const t = useTranslations("coaching");
  const { shortDate } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { leaders, successor, may } = engagement;
  return (
    <Panel id="camat" title={t("leaders.title")}>
      {leaders.length === 0 ? <p className="text-text-2">{t("leaders.none")}</p> : null}
      <ol className="flex flex-col gap-2 text-14">
        {[...leaders].reverse().map((one, at) => (
          <li key={`${one.userId}-${one.since}`}>
            <b className={at === 0 ? "font-semibold" : "font-normal text-text-2"}>{one.name}</b>
            <span className="block text-13 text-text-2">
              {t("leaders.since", { day: shortDate(dayOf(one.since)) })}
            </span>
            {one.note ? <span className="block text-13 break-words">{one.note}</span> : null}
          </li>
        ))}
      </ol>
      {successor ? (
        <div className="mt-3 flex flex-col items-start gap-2 border-t border-line pt-3">
          <Notice tone="warn" title={t("leaders.rotated")}>
            {t("leaders.successor", { name: successor.name })}
          </Notice>
          {may.handOver ? (
            <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
              {t("handover.title")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {isOpen && successor ? (
        <FieldsDialog
          title={t("handover.title")}
          subject={engagement.placeName}
          text={t("handover.text", {
            from: leaders.at(-1)?.name ?? t("handover.nobody"),
            to: successor.name,
          })}
          sendLabel={t("handover.title")}
          done={t("handover.done", { name: successor.name })}
          fields={[{ name: "note", label: t("handover.note"), kind: "words", least: 5 }]}
          run={(coaching, clientActionId, { note = "" }) =>
            coaching.handOver.mutate({
              ...{ clientActionId, engagementId: engagement.id, version: engagement.version },
              ...{ toUserId: successor.userId, note },
            })
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Panel>
  );
}
