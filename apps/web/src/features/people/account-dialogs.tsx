"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { CodeDialog } from "./code-dialog";
import { ConfirmDialog } from "./confirm-dialog";
import type { PersonAssignment, PersonRow } from "./people-data";
import { useRefreshPeople } from "./use-refresh-people";
import { useRoleWords } from "./use-role-words";

interface DialogProps {
  person: PersonRow;
  onClose: () => void;
}

/** A new code; the old password and every session end. */
export function ResetDialog({ person, onClose }: DialogProps) {
  const t = useTranslations("people");
  const refresh = useRefreshPeople();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const reset = useMutation(
    useTRPC().staff.resetPassword.mutationOptions({ onSuccess: () => refresh() }),
  );
  if (reset.data) {
    return (
      <CodeDialog
        title={t("reset.doneTitle")}
        code={reset.data.code}
        username={person.username}
        name={person.displayName}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t("reset.title")}
      act={t("reset.send")}
      acting={t("reset.sending")}
      pending={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate({ clientActionId, userId: person.id })}
      onClose={onClose}
    >
      <p>{t("reset.text", { name: person.displayName })}</p>
    </ConfirmDialog>
  );
}

/** The account is closed; what the person did stays in every history. */
export function DisableDialog({ person, onClose }: DialogProps) {
  const t = useTranslations("people");
  const toast = useToast();
  const refresh = useRefreshPeople();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const disable = useMutation(
    useTRPC().staff.disable.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("disable.done") });
        refresh();
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      danger
      title={t("disable.title")}
      act={t("disable.send")}
      acting={t("saving")}
      pending={disable.isPending}
      error={disable.error}
      onConfirm={() => disable.mutate({ clientActionId, userId: person.id })}
      onClose={onClose}
    >
      <p>{t("disable.text", { name: person.displayName })}</p>
    </ConfirmDialog>
  );
}

/** One role ends; the others and the account stay. */
export function EndDialog({
  person,
  assignment,
  onClose,
}: DialogProps & { assignment: PersonAssignment }) {
  const t = useTranslations("people");
  const words = useRoleWords();
  const toast = useToast();
  const refresh = useRefreshPeople();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const end = useMutation(
    useTRPC().staff.endAssignment.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("end.done", { role: words.role(assignment) }) });
        refresh();
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      danger
      title={t("end.title")}
      act={t("end.send")}
      acting={t("saving")}
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate({ clientActionId, assignmentId: assignment.id })}
      onClose={onClose}
    >
      <p>
        {t("end.text", {
          role: `${words.role(assignment)}, ${words.place(assignment)}`,
          name: person.displayName,
        })}
      </p>
    </ConfirmDialog>
  );
}
