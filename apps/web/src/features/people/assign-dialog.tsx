"use client";

import type { Role } from "@rembuk/domain/access/roles";
import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Notice } from "@rembuk/ui/notice";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { appointmentFields } from "./appointment-entry";
import { AppointmentFields } from "./appointment-fields";
import type { PersonRow, Scope } from "./people-data";
import { useFormErrors } from "./staff-form";
import { assignCommand, useAppointment } from "./use-appointment";
import { useRefreshPeople } from "./use-refresh-people";

interface AssignDialogProps {
  person: PersonRow;
  scope: Scope;
  roles: readonly Role[];
  onClose: () => void;
}

/** Another role for somebody who has an account. */
export function AssignDialog({ person, scope, roles, onClose }: AssignDialogProps) {
  const t = useTranslations("people");
  const roleName = useTranslations("roles");
  const formId = useId();
  const toast = useToast();
  const refresh = useRefreshPeople();
  const appointment = useAppointment(scope);
  const [clientActionId] = useState(() => crypto.randomUUID());
  const assign = useMutation(useTRPC().staff.assign.mutationOptions());
  const errors = useFormErrors(appointmentFields, appointment.problems, assign.error);

  function send(event: FormEvent) {
    event.preventDefault();
    if (!errors.tryToSend()) return;
    const command = assignCommand(appointment, person.id, clientActionId);
    if (!command) return;
    assign.mutate(command, {
      onSuccess: () => {
        toast.show({ title: t("assign.done", { role: roleName(command.role) }) });
        refresh();
        onClose();
      },
      onError: errors.noteFailure,
    });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("assign.title")}
      description={<span className="break-words">{person.displayName}</span>}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={assign.isPending}
            pendingLabel={t("saving")}
          >
            {t("assign.send")}
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
        <AppointmentFields appointment={appointment} roles={roles} errors={errors.sentences} />
      </form>
    </Dialog>
  );
}
