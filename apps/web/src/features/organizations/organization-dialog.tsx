"use client";

import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/features/people/form-dialog";
import type { Scope } from "@/features/people/people-data";
import { useFormErrors } from "@/features/people/staff-form";
import { useToday } from "@/features/people/use-appointment";
import { useTRPC } from "@/lib/trpc";
import type { OrganizationRow } from "./organization-data";
import {
  entryOf,
  type OrganizationEntry,
  organizationFields,
  organizationProblems,
  saveCommand,
} from "./organization-entry";
import { OrganizationFields } from "./organization-fields";
import { useRefreshOrganizations } from "./use-refresh-organizations";

/** A new partner, or a stored one to be changed. */
export function OrganizationDialog({
  row,
  scope,
  onClose,
}: {
  /** Null: a new one. */
  row: OrganizationRow | null;
  scope: Scope;
  onClose: () => void;
}) {
  const t = useTranslations("organizations");
  const toast = useToast();
  const refresh = useRefreshOrganizations();
  const isOffice = areaLevelOf(scope.code) === "subdistrict";
  const today = useToday();
  const [entry, setEntry] = useState(() => entryOf(row, isOffice ? scope : null, today));
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const save = useMutation(useTRPC().organizations.save.mutationOptions());
  const errors = useFormErrors(organizationFields, organizationProblems(entry), save.error);
  const change = (part: Partial<OrganizationEntry>) => {
    setEntry((before) => ({ ...before, ...part }));
    // Another content is another act.
    setActionId(crypto.randomUUID());
  };

  function send() {
    save.mutate(saveCommand(entry, row, clientActionId), {
      onSuccess: () => {
        toast.show({ title: t("saved", { name: entry.name.trim() }) });
        refresh();
        onClose();
      },
      onError: errors.noteFailure,
    });
  }

  return (
    <FormDialog
      title={row ? t("edit.title") : t("add.title")}
      description={row ? <span className="break-words">{row.name}</span> : t("add.lead")}
      act={row ? t("edit.send") : t("add.send")}
      acting={t("saving")}
      pending={save.isPending}
      errors={errors}
      onSend={send}
      onClose={onClose}
    >
      <OrganizationFields
        entry={entry}
        change={change}
        isPlaceFixed={row !== null || isOffice}
        under={scope.code}
        errors={errors.sentences}
      />
    </FormDialog>
  );
}
