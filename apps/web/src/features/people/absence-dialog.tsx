"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Notice } from "@rembuk/ui/notice";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { type AbsenceEntry, absenceFields, absenceProblems, absentPosts } from "./absence-entry";
import { AbsenceFields } from "./absence-fields";
import type { PeopleRights, PersonRow } from "./people-data";
import { useFormErrors } from "./staff-form";
import { useToday } from "./use-appointment";
import { useRefreshPeople } from "./use-refresh-people";

interface AbsenceDialogProps {
  person: PersonRow;
  rights: PeopleRights;
  onClose: () => void;
}

const emptyEntry = (assignmentId: string, today: string): AbsenceEntry => ({
  assignmentId,
  acting: "plh",
  reason: "leave",
  letterNumber: "",
  startsOn: today,
  endsOn: "",
  substituteId: "",
});

/** Somebody is away: who holds the office meanwhile, by which letter, from when to when. */
export function AbsenceDialog({ person, rights, onClose }: AbsenceDialogProps) {
  const t = useTranslations("people");
  const formId = useId();
  const toast = useToast();
  const refresh = useRefreshPeople();
  const today = useToday();
  const posts = absentPosts(person, rights);
  const [entry, setEntry] = useState(() => emptyEntry(posts[0]?.id ?? "", today));
  const [clientActionId] = useState(() => crypto.randomUUID());
  const record = useMutation(useTRPC().staff.recordAbsence.mutationOptions());
  const errors = useFormErrors(absenceFields, absenceProblems(entry), record.error);

  function send(event: FormEvent) {
    event.preventDefault();
    if (!errors.tryToSend()) return;
    record.mutate(
      { clientActionId, ...entry, letterNumber: entry.letterNumber.trim() },
      {
        onSuccess: () => {
          toast.show({ title: t("absence.done") });
          refresh();
          onClose();
        },
        onError: errors.noteFailure,
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("absence.title")}
      description={<span className="break-words">{person.displayName}</span>}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={record.isPending}
            pendingLabel={t("saving")}
          >
            {t("absence.send")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
        <ErrorSummary title={t("errors.title")} errors={errors.summary} attempt={errors.attempt} />
        {errors.formError ? (
          <Notice tone="bad" live>
            {errors.formError}
          </Notice>
        ) : null}
        <AbsenceFields
          entry={entry}
          change={(part) => setEntry((before) => ({ ...before, ...part }))}
          posts={posts}
          errors={errors.sentences}
        />
        <p className="text-12 text-text-2">{t("absence.note")}</p>
      </form>
    </Dialog>
  );
}
