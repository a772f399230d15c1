"use client";

import type { CaseAction } from "@rembuk/domain/cases/lifecycle";
import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useTimelineWords } from "../case/use-timeline-words";
import type { CaseDetail } from "../case-data";

/** Somebody was faster: what they did, and a way to send on top of it. Nothing typed is lost. */
export function ChangedNotice({
  kase,
  action,
  known,
  isSending,
  onSendAgain,
}: {
  kase: CaseDetail;
  action: CaseAction;
  /** Entries of the timeline that were there when the form was opened. */
  known: ReadonlySet<string>;
  isSending: boolean;
  onSendAgain: () => void;
}) {
  const t = useTranslations("caseActions.conflict");
  const status = useTranslations("case.status");
  const words = useTimelineWords(kase);
  const fresh = kase.timeline.filter((entry) => !known.has(entry.id));
  const mayStill = kase.nextSteps.some((step) => step.action === action && step.allowed);
  return (
    <Notice
      tone="warn"
      live
      title={t("title")}
      actions={
        mayStill ? (
          <Button size="small" onClick={onSendAgain} pending={isSending}>
            {t("sendAgain")}
          </Button>
        ) : null
      }
    >
      <p>{mayStill ? t("text") : t("notNow", { status: status(kase.status) })}</p>
      {fresh.length > 0 ? (
        <ul className="mt-1 list-disc pl-4">
          {fresh.map((entry) => (
            <li key={entry.id}>{words.sentence(entry)}</li>
          ))}
        </ul>
      ) : (
        <p className="mt-1">{t("unknown")}</p>
      )}
    </Notice>
  );
}
