"use client";

import type { Role } from "@rembuk/domain/access/roles";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { appointmentFields } from "./appointment-entry";
import { AppointmentFields } from "./appointment-fields";
import { FormDialog } from "./form-dialog";
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
  const toast = useToast();
  const refresh = useRefreshPeople();
  const appointment = useAppointment(scope);
  const [clientActionId] = useState(() => crypto.randomUUID());
  const assign = useMutation(useTRPC().staff.assign.mutationOptions());
  const errors = useFormErrors(appointmentFields, appointment.problems, assign.error);

  function send() {
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
    <FormDialog
      title={t("assign.title")}
      description={<span className="break-words">{person.displayName}</span>}
      act={t("assign.send")}
      acting={t("saving")}
      pending={assign.isPending}
      errors={errors}
      onSend={send}
      onClose={onClose}
    >
      <AppointmentFields appointment={appointment} roles={roles} errors={errors.sentences} />
    </FormDialog>
  );
}
