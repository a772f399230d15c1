"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { FinishDialog } from "./finish-dialog";
import { LinkCaseDialog } from "./link-case-dialog";
import type { MeetingActionRow, MeetingRow } from "./meeting-data";
import { MinutesPaper } from "./minutes-paper";

/** One meeting: its decisions open, its people and minutes folded away. */
export function MeetingItem({ meeting, mayRecord }: { meeting: MeetingRow; mayRecord: boolean }) {
  const t = useTranslations("meetings");
  const { longDate } = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <h2 className="text-14 font-semibold break-words">{meeting.subject}</h2>
      <p className="text-13 text-text-2 break-words">
        {longDate(dayOf(meeting.heldOn))} · {meeting.place} ·{" "}
        {t("chairedBy", { chair: meeting.chair })}
      </p>
      <p className="text-13 text-text-2 break-words">
        {meeting.sectorName} · {t("year", { year: String(meeting.programYear) })} ·{" "}
        {meeting.decreeNumber ? t("decree", { number: meeting.decreeNumber }) : t("noDecree")}
      </p>
      {meeting.actions.length > 0 ? (
        <ul className="mt-2 divide-y divide-line rounded-r2 bg-sunken px-2.5">
          {meeting.actions.map((action) => (
            <li key={action.id} className="py-2">
              <Decision
                action={action}
                onAct={mayRecord ? (act) => setOpen({ act, action }) : null}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <MeetingMinutes meeting={meeting} />
      <MinutesPaper meetingId={meeting.id} />
      {open?.act === "finish" ? (
        <FinishDialog action={open.action} heldOn={meeting.heldOn} onClose={() => setOpen(null)} />
      ) : null}
      {open?.act === "link" ? (
        <LinkCaseDialog action={open.action} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

interface Open {
  readonly act: "finish" | "link";
  readonly action: MeetingActionRow;
}

function Decision({
  action,
  onAct,
}: {
  action: MeetingActionRow;
  /** Null: the reader writes nothing down here. */
  onAct: ((act: Open["act"]) => void) | null;
}) {
  const t = useTranslations("meetings.action");
  const { shortDate } = useFormat();
  const { state, decision, owner, dueOn, doneOn, doneWords, kase } = action;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">{decision}</p>
        <p className="text-12 text-text-2 break-words">
          {owner}
          {dueOn ? ` · ${t("due", { date: shortDate(dayOf(dueOn)) })}` : null}
        </p>
        <DecidedCase action={action} />
        {doneOn ? (
          <p className="text-12 text-text-2 break-words">
            {t("came", { date: shortDate(dayOf(doneOn)), words: doneWords ?? "" })}
          </p>
        ) : null}
      </div>
      {state === "done" ? (
        <Chip tone="ok" icon={<Check size={12} aria-hidden />}>
          {t("done")}
        </Chip>
      ) : state === "late" ? (
        <Chip tone="bad">{t("late")}</Chip>
      ) : null}
      {state !== "done" && onAct ? (
        <span className="flex flex-wrap gap-2">
          {kase === null ? (
            <Button
              size="small"
              aria-label={t("linkOf", { decision })}
              onClick={() => onAct("link")}
            >
              {t("link")}
            </Button>
          ) : null}
          <Button
            size="small"
            aria-label={t("finishOf", { decision })}
            onClick={() => onAct("finish")}
          >
            {t("finish")}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

/** The case that a decision became; to who may not open it, that there is one. */
function DecidedCase({ action: { kase } }: { action: MeetingActionRow }) {
  const t = useTranslations("meetings.action");
  const status = useTranslations("case.status");
  if (kase === null) return null;
  if (kase === "hidden") return <p className="text-12 text-text-2">{t("hidden")}</p>;
  return (
    <p className="text-12">
      <TextLink href={`/kasus/${kase.id}`}>{kase.number}</TextLink>{" "}
      <span className="text-text-2">{status(kase.status)}</span>
    </p>
  );
}

function MeetingMinutes({ meeting }: { meeting: MeetingRow }) {
  const t = useTranslations("meetings");
  return (
    <details className="mt-1 text-13">
      <summary className="inline-flex min-h-8 cursor-pointer items-center font-semibold text-brand underline underline-offset-2">
        {t("minutesOf", { count: meeting.attendees.length })}
      </summary>
      <div className="grid gap-x-6 gap-y-2 py-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <p className="max-w-[70ch] whitespace-pre-wrap break-words">{meeting.minutes}</p>
        <ul className="text-text-2">
          {meeting.attendees.map((one) => (
            <li key={`${one.name} ${one.position}`} className="break-words">
              {one.name}, {one.position} ({t(`element.${one.element}`)})
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
