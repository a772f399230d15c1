"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/features/people/confirm-dialog";
import { useTRPC } from "@/lib/trpc";
import type { OrganizationRow } from "./organization-data";
import { useRefreshOrganizations } from "./use-refresh-organizations";

/** Closes a partner, or opens a closed one again. */
export function CloseOrganizationDialog({
  row,
  onClose,
}: {
  row: OrganizationRow;
  onClose: () => void;
}) {
  const t = useTranslations("organizations");
  const toast = useToast();
  const refresh = useRefreshOrganizations();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const act = row.isActive ? "close" : "open";
  const close = useMutation(
    useTRPC().organizations.close.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t(`${act}.done`, { name: row.name }) });
        refresh();
        onClose();
      },
    }),
  );
  const command = {
    ...{ clientActionId, organizationId: row.id, version: row.version },
    isActive: !row.isActive,
  };
  return (
    <ConfirmDialog
      danger={row.isActive}
      title={t(`${act}.title`)}
      act={t(`${act}.send`)}
      acting={t("saving")}
      pending={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate(command)}
      onClose={onClose}
    >
      <p>{t(`${act}.text`, { name: row.name, people: row.people })}</p>
    </ConfirmDialog>
  );
}
