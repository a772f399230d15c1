"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { FinishDialog } from "./finish-dialog";
import type { MeetingActionRow, MeetingRow } from "./meeting-data";

/** One meeting: its decisions open, its people and minutes folded away. */
export function MeetingItem({ meeting, mayRecord }: { meeting: MeetingRow; mayRecord: boolean }) {
  const t = useTranslations("meetings");
  const { longDate } = useFormat();
  const [finishing, setFinishing] = useState<MeetingActionRow | null>(null);
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
              <Decision action={action} onFinish={mayRecord ? () => setFinishing(action) : null} />
            </li>
          ))}
        </ul>
      ) : null}
      <MeetingMinutes meeting={meeting} />
      {finishing ? (
        <FinishDialog
          action={finishing}
          heldOn={meeting.heldOn}
          onClose={() => setFinishing(null)}
        />
      ) : null}
    </>
  );
}

function Decision({
  action,
  onFinish,
}: {
  action: MeetingActionRow;
  /** Null: the reader writes nothing down here. */
  onFinish: (() => void) | null;
}) {
  const t = useTranslations("meetings.action");
  const { shortDate } = useFormat();
  const { state, decision, owner, dueOn, doneOn, doneWords } = action;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">{decision}</p>
        <p className="text-12 text-text-2 break-words">
          {owner}
          {dueOn ? ` · ${t("due", { date: shortDate(dayOf(dueOn)) })}` : null}
        </p>
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
      {state !== "done" && onFinish ? (
        <Button size="small" aria-label={t("finishOf", { decision })} onClick={onFinish}>
          {t("finish")}
        </Button>
      ) : null}
    </div>
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
