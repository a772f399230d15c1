"use client";

import type { Role } from "@rembuk/domain/access/roles";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { appointmentFields } from "./appointment-entry";
import { AppointmentFields } from "./appointment-fields";
import { CodeDialog } from "./code-dialog";
import { FormDialog } from "./form-dialog";
import { emptyInvite, type InviteEntry, inviteFields, inviteProblems } from "./invite-entry";
import type { Scope } from "./people-data";
import { fieldId, useFormErrors } from "./staff-form";
import { useAppointment } from "./use-appointment";
import { useInvite } from "./use-invite";

interface InviteDialogProps {
  scope: Scope;
  /** Roles that the reader may give; none: another administrator gives them later. */
  roles: readonly Role[];
  onClose: () => void;
}

/** A new person and the first role, in one flow; ends with the code, shown once. */
export function InviteDialog({ scope, roles, onClose }: InviteDialogProps) {
  const t = useTranslations("people");
  const [entry, setEntry] = useState<InviteEntry>(emptyInvite);
  const appointment = useAppointment(scope);
  const invite = useInvite();
  const givesRole = roles.length > 0;
  const problems = { ...inviteProblems(entry), ...(givesRole ? appointment.problems : {}) };
  const errors = useFormErrors([...inviteFields, ...appointmentFields], problems, invite.error);

  function send() {
    const whole = givesRole ? appointment : null;
    invite.send({ entry, appointment: whole, scope }, errors.noteFailure);
  }

  if (invite.result) {
    return (
      <CodeDialog
        title={t("invite.doneTitle", { name: entry.displayName.trim() })}
        code={invite.result.code}
        username={entry.username.trim().toLowerCase()}
        name={entry.displayName.trim()}
        warning={
          invite.result.roleFailure
            ? t("invite.roleFailed", { why: invite.result.roleFailure })
            : null
        }
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      size="medium"
      title={t("invite.title")}
      description={t("invite.lead")}
      act={t("invite.send")}
      acting={t("invite.sending")}
      pending={invite.isSending}
      errors={errors}
      onSend={send}
      onClose={onClose}
    >
      <PersonFields entry={entry} onChange={setEntry} errors={errors.sentences} />
      {givesRole ? (
        <fieldset className="border-t border-line pt-3">
          <legend className="pr-2 text-14 font-bold">{t("invite.firstRole")}</legend>
          <AppointmentFields appointment={appointment} roles={roles} errors={errors.sentences} />
        </fieldset>
      ) : (
        <Notice tone="info">{t("invite.roleLater")}</Notice>
      )}
    </FormDialog>
  );
}

interface PersonFieldsProps {
  entry: InviteEntry;
  onChange: (entry: InviteEntry) => void;
  errors: Readonly<Record<string, string | undefined>>;
}

function PersonFields({ entry, onChange, errors }: PersonFieldsProps) {
  const t = useTranslations("people");
  const box = (field: keyof InviteEntry, rest: Partial<Parameters<typeof TextInput>[0]>) => (
    <TextInput
      value={entry[field]}
      autoComplete="off"
      onChange={(event) => onChange({ ...entry, [field]: event.target.value })}
      {...rest}
    />
  );
  const optional = t("optional");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("field.name")}
        id={fieldId("displayName")}
        error={errors.displayName}
        className="sm:col-span-2"
      >
        {box("displayName", { autoFocus: true })}
      </Field>
      <Field
        label={t("field.username")}
        hint={t("field.usernameHint")}
        id={fieldId("username")}
        error={errors.username}
        className="sm:col-span-2"
      >
        {box("username", { mono: true, autoCapitalize: "none", spellCheck: false })}
      </Field>
      <Field
        label={t("field.phone")}
        optional={optional}
        id={fieldId("phone")}
        error={errors.phone}
      >
        {box("phone", { mono: true, inputMode: "tel", maxLength: 24 })}
      </Field>
      <Field
        label={t("field.email")}
        optional={optional}
        id={fieldId("email")}
        error={errors.email}
      >
        {box("email", { type: "email", maxLength: 200 })}
      </Field>
    </div>
  );
}
