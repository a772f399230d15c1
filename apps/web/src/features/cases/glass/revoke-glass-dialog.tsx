"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/features/people/confirm-dialog";
import { useTRPC } from "@/lib/trpc";

interface RevokeGlassDialogProps {
  readonly openingId: string;
  readonly name: string;
  readonly isMine: boolean;
  readonly onClose: () => void;
}

/** Ends an opening before its day is over. */
export function RevokeGlassDialog({ openingId, name, isMine, onClose }: RevokeGlassDialogProps) {
  const t = useTranslations("glass.revoke");
  const toast = useToast();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const revoke = useMutation(
    trpc.glass.revoke.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("done") });
        void client.invalidateQueries(trpc.glass.list.pathFilter());
        void client.invalidateQueries(trpc.cases.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      danger
      title={t(isMine ? "titleMine" : "title")}
      act={t(isMine ? "sendMine" : "send")}
      acting={t("sending")}
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate({ clientActionId, openingId })}
      onClose={onClose}
    >
      <p>{t(isMine ? "textMine" : "text", { name })}</p>
    </ConfirmDialog>
  );
}
