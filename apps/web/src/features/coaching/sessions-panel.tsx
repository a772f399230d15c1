"use client";

import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPCClient } from "@/lib/trpc";
import { AgreementLines } from "./agreement-lines";
import { AttendanceList } from "./attendance-list";
import type { ShownEngagement, ShownSession } from "./coaching-data";
import { SessionChip } from "./coaching-status";
import { HoldDialog } from "./hold-dialog";
import { IdeaLines } from "./idea-lines";
import { MinutesDialog, MissDialog, ScheduleDialog } from "./session-dialogs";

/** The sessions of an engagement: who was there, what was said, and who stands behind the minutes. */
export function SessionsPanel({ engagement }: { engagement: ShownEngagement }) {
  const t = useTranslations("coaching");
  const [isOpen, setOpen] = useState(false);
  const { sessions, may } = engagement;
  return (
    <Panel
      id="sesi"
      title={t("sessions.title")}
      flush
      actions={
        may.coach ? (
          <Button
            size="small"
            icon={<CalendarPlus size={14} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            {t("sessions.schedule")}
          </Button>
        ) : null
      }
    >
      {sessions.length === 0 ? (
        <p className="px-3 py-2.5 text-text-2">{t("sessions.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {[...sessions].reverse().map((session) => (
            <li key={session.id} className="px-3 py-3">
              <SessionItem engagement={engagement} session={session} />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? <ScheduleDialog engagement={engagement} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

type Move = ShownSession["moves"][number];

function SessionItem({
  engagement,
  session,
}: {
  engagement: ShownEngagement;
  session: ShownSession;
}) {
  const t = useTranslations("coaching");
  const { longDate, clockTime, zone } = useFormat();
  const [open, setOpen] = useState<Move | null>(null);
  const close = () => setOpen(null);
  const from = clockTime(session.startsAt);
  return (
    <article className="flex flex-col items-start gap-2.5 text-14">
      <header className="flex w-full flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold">{longDate(session.startsAt)}</h3>
        <SessionChip status={session.status} />
        <span className="w-full text-13 text-text-2">
          {t("agenda.times", { from, to: clockTime(session.endsAt), zone })} · {session.place}
        </span>
      </header>
      {session.missedReason ? (
        <p className="text-text-2">{t("sessions.missedFor", { reason: session.missedReason })}</p>
      ) : null}
      {session.attendance ? <AttendanceList attendance={session.attendance} /> : null}
      {session.minutes ? (
        <Minutes engagement={engagement} session={session} minutes={session.minutes} />
      ) : null}
      <span className="flex flex-wrap gap-2">
        {session.moves.map((move) => (
          <Button
            key={move}
            size="small"
            aria-haspopup="dialog"
            aria-label={t("sessions.moveOf", { what: t(`sessions.moves.${move}`), from })}
            onClick={() => setOpen(move)}
          >
            {t(`sessions.moves.${move}`)}
          </Button>
        ))}
        {session.status === "scheduled" ? <InvitationButton sessionId={session.id} /> : null}
      </span>
      {open === "reschedule" ? (
        <ScheduleDialog engagement={engagement} session={session} onClose={close} />
      ) : null}
      {open === "hold" ? (
        <HoldDialog engagement={engagement} session={session} onClose={close} />
      ) : null}
      {open === "write" ? <MinutesDialog session={session} onClose={close} /> : null}
      {open === "miss" ? <MissDialog session={session} onClose={close} /> : null}
    </article>
  );
}

function InvitationButton({ sessionId }: { sessionId: string }) {
  const t = useTranslations("coaching.papers.invitation");
  const { reports } = useTRPCClient();
  return (
    <PaperButton
      kind="coaching-invitation"
      size="small"
      label={t("title")}
      about={t("about")}
      onRequest={() =>
        reports.requestCoachingInvitation.mutate({
          ...{ clientActionId: crypto.randomUUID(), sessionId },
        })
      }
    />
  );
}

function Minutes({
  engagement,
  session,
  minutes,
}: {
  engagement: ShownEngagement;
  session: ShownSession;
  minutes: NonNullable<ShownSession["minutes"]>;
}) {
  const t = useTranslations("coaching");
  const parts = [
    ["challenges", minutes.challenges],
    ["pride", minutes.pride],
  ] as const;
  return (
    <div className="flex w-full flex-col gap-2.5 rounded-r2 bg-sunken p-3">
      <p className="whitespace-pre-line break-words">{minutes.summary}</p>
      {parts.map(([key, lines]) =>
        lines.length > 0 ? (
          <div key={key}>
            <h4 className="text-13 font-semibold text-text-2">{t(`minutes.${key}`)}</h4>
            <ul className="list-disc pl-5">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
      <IdeaLines engagement={engagement} session={session} ideas={minutes.ideas} />
      <AgreementLines
        agreement={minutes.agreement}
        what={t("minutes.title")}
        run={(coaching, clientActionId, side) =>
          coaching.stepSession.mutate({
            ...{ clientActionId, sessionId: session.id, version: session.version },
            step: { move: "agree", side },
          })
        }
      />
    </div>
  );
}
