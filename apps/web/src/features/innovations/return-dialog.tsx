"use client";

import { type RevisionField, revisionFields } from "@rembuk/domain/innovations/model";
import { Button } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { Select } from "@rembuk/ui/select";
import { Textarea } from "@rembuk/ui/textarea";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { ShownInnovation } from "./innovation-data";
import { useInnovationAct } from "./use-innovation-act";

interface Request {
  readonly key: string;
  readonly field: RevisionField;
  readonly note: string;
}
const leastNote = 5;

/** Gives the report back: what is to be changed, place by place. */
export function ReturnDialog({
  innovation,
  onClose,
}: {
  innovation: ShownInnovation;
  onClose: () => void;
}) {
  const t = useTranslations("innovations");
  const { id: innovationId, version, profile, gaps } = innovation;
  const emptyRequest = (field: RevisionField): Request => ({
    ...{ key: crypto.randomUUID(), field, note: "" },
  });
  const [requests, setRequests] = useState<readonly Request[]>(() => {
    const open = revisionFields.filter((field) => field in gaps);
    return (open.length > 0 ? open : (["design"] as const)).map(emptyRequest);
  });
  const [attempt, setAttempt] = useState(0);
  const isWhole =
    requests.length > 0 && requests.every((one) => one.note.trim().length >= leastNote);
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.requestRevision.mutate({
        ...{ clientActionId, innovationId, version },
        requests: requests.map(({ field, note }) => ({ field, note })),
      }),
    done: t("moves.return.done"),
    onDone: onClose,
  });
  const change = (key: string, part: Partial<Request>) =>
    setRequests((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <ActDialog
      title={t("moves.return.title")}
      subject={profile.name}
      text={t("moves.return.consequence")}
      sendLabel={t("moves.return.send")}
      size="medium"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (isWhole) act.send();
      }}
      onClose={onClose}
    >
      {attempt > 0 && !isWhole ? <FieldError>{t("revisions.incomplete")}</FieldError> : null}
      <ul className="flex flex-col gap-2">
        {requests.map((one, at) => (
          <li key={one.key} className="flex items-start gap-1.5 rounded-r2 bg-sunken p-2">
            <div className="flex min-w-0 flex-1 flex-col gap-1.5">
              <Select
                aria-label={t("revisions.fieldOf", { place: at + 1 })}
                value={one.field}
                options={revisionFields.map((value) => ({ value, label: t(`fields.${value}`) }))}
                onChange={(event) =>
                  change(one.key, {
                    field:
                      revisionFields.find((field) => field === event.target.value) ?? one.field,
                  })
                }
              />
              <Textarea
                rows={2}
                maxLength={1_000}
                aria-label={t("revisions.noteOf", { place: at + 1 })}
                placeholder={t("revisions.note")}
                value={one.note}
                onChange={(event) => change(one.key, { note: event.target.value })}
              />
            </div>
            <IconButton
              label={t("revisions.remove", { place: at + 1 })}
              icon={<X size={16} aria-hidden />}
              onClick={() => setRequests((before) => before.filter(({ key }) => key !== one.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => setRequests((before) => [...before, emptyRequest("design")])}
      >
        {t("revisions.add")}
      </Button>
    </ActDialog>
  );
}
