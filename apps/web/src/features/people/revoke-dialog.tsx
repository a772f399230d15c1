"use client";

import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { ConfirmDialog } from "./confirm-dialog";
import type { DeviceRow } from "./people-data";
import { useRefreshPeople } from "./use-refresh-people";

/** Shuts a phone out, with the reason; what it still sends goes to quarantine. */
export function RevokeDialog({ device, onClose }: { device: DeviceRow; onClose: () => void }) {
  const t = useTranslations("people");
  const toast = useToast();
  const refresh = useRefreshPeople();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  // The same reason sent twice is one act; another one is another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id belongs to this reason
  const clientActionId = useMemo(() => crypto.randomUUID(), [reason]);
  const isShort = reason.trim().length < 5;
  const revoke = useMutation(
    useTRPC().staff.revokeDevice.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("device.done") });
        refresh();
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      danger
      title={t("device.revoke")}
      act={t("device.revoke")}
      acting={t("saving")}
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => {
        setTried(true);
        if (isShort) document.getElementById("cabut-alasan")?.focus();
        else revoke.mutate({ clientActionId, deviceId: device.id, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <p>{t("device.text", { label: device.label, count: device.unsynced })}</p>
      <Field
        id="cabut-alasan"
        label={t("device.reason")}
        hint={t("device.reasonHint")}
        error={tried && isShort ? t("device.reasonMissing") : undefined}
      >
        <Textarea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
