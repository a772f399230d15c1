"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/features/people/confirm-dialog";
import { useRefreshPeople } from "@/features/people/use-refresh-people";
import { useTRPC } from "@/lib/trpc";
import type { Shift } from "./duty-data";

/** Takes one shift off the roster. */
export function WithdrawShiftDialog({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const t = useTranslations("duty");
  const toast = useToast();
  const refresh = useRefreshPeople();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const withdraw = useMutation(
    useTRPC().staff.withdrawShift.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("withdraw.done") });
        refresh();
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      danger
      title={t("withdraw.title")}
      act={t("withdraw.send")}
      acting={t("saving")}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate({ clientActionId, shiftId: shift.id })}
      onClose={onClose}
    >
      <p>{t("withdraw.text", { name: shift.userName })}</p>
    </ConfirmDialog>
  );
}
