"use client";

import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { ShownEngagement, ShownSession } from "./coaching-data";
import { ideasOf, instantOf, linesOf } from "./field-values";
import { type FieldSpec, FieldsDialog } from "./fields-dialog";

/** A session to come, or another time for one that was not held yet. */
export function ScheduleDialog({
  engagement,
  session,
  onClose,
}: {
  engagement: ShownEngagement;
  session?: ShownSession;
  onClose: () => void;
}) {
  const t = useTranslations("coaching");
  const { zone, clockTime } = useFormat();
  const time = (at: Date) => clockTime(at).replace(".", ":");
  return (
    <FieldsDialog
      title={t(session ? "sessions.moves.reschedule" : "sessions.schedule")}
      subject={engagement.placeName}
      text={t("sessions.scheduleText", { zone })}
      sendLabel={t("form.save")}
      done={t("sessions.scheduled")}
      fields={[
        { name: "day", label: t("sessions.day"), kind: "date", least: 10 },
        { name: "from", label: t("sessions.from"), kind: "time", least: 5 },
        { name: "to", label: t("sessions.to"), kind: "time", least: 5 },
        { name: "place", label: t("sessions.place"), least: 3 },
      ]}
      initial={
        session
          ? {
              ...{ day: toLocalDate(session.startsAt, zone), from: time(session.startsAt) },
              ...{ to: time(session.endsAt), place: session.place },
            }
          : {}
      }
      run={(coaching, clientActionId, { day = "", from = "", to = "", place = "" }) => {
        const when = {
          ...{ startsAt: instantOf(day, from, zone), endsAt: instantOf(day, to, zone), place },
        };
        if (!session)
          return coaching.schedule.mutate({
            ...{ ...when, clientActionId, engagementId: engagement.id },
          });
        return coaching.stepSession.mutate({
          ...{ clientActionId, sessionId: session.id, version: session.version },
          step: { move: "reschedule", ...when },
        });
      }}
      onClose={onClose}
    />
  );
}

/** Notula: what was told of challenges and pride, ideas, and what it came to. */
export function MinutesDialog({
  session,
  onClose,
}: {
  session: ShownSession;
  onClose: () => void;
}) {
  const t = useTranslations("coaching");
  const { longDate } = useFormat();
  const before = session.minutes;
  const list = (name: "challenges" | "pride" | "ideas"): FieldSpec => ({
    ...{ name, label: t(`minutes.${name}`), hint: t("form.lines"), least: 0 },
    kind: "words",
  });
  return (
    <FieldsDialog
      title={t("sessions.moves.write")}
      subject={longDate(session.startsAt)}
      text={t("minutes.text")}
      sendLabel={t("form.save")}
      done={t("minutes.saved")}
      fields={[
        { name: "summary", label: t("minutes.summary"), kind: "words", least: 10 },
        ...[list("challenges"), list("pride"), list("ideas")],
      ]}
      initial={{
        summary: before?.summary ?? "",
        challenges: before?.challenges.join("\n") ?? "",
        pride: before?.pride.join("\n") ?? "",
        ideas: before?.ideas.map(({ text }) => text).join("\n") ?? "",
      }}
      run={(coaching, clientActionId, { summary = "", challenges, pride, ideas = "" }) =>
        coaching.stepSession.mutate({
          ...{ clientActionId, sessionId: session.id, version: session.version },
          step: {
            move: "write",
            minutes: {
              ...{ summary, challenges: [...linesOf(challenges)], pride: [...linesOf(pride)] },
              ideas: [...ideasOf(ideas, before?.ideas ?? [], () => crypto.randomUUID())],
            },
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** A session that did not take place, and why. */
export function MissDialog({ session, onClose }: { session: ShownSession; onClose: () => void }) {
  const t = useTranslations("coaching");
  const { longDate } = useFormat();
  return (
    <FieldsDialog
      title={t("sessions.moves.miss")}
      subject={longDate(session.startsAt)}
      text={t("sessions.missText")}
      sendLabel={t("form.save")}
      done={t("sessions.missed")}
      fields={[{ name: "reason", label: t("form.reason"), kind: "words", least: 5 }]}
      run={(coaching, clientActionId, { reason = "" }) =>
        coaching.stepSession.mutate({
          ...{ clientActionId, sessionId: session.id, version: session.version },
          step: { move: "miss", reason },
        })
      }
      onClose={onClose}
    />
  );
}
