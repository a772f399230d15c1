"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import { ActDialog } from "./act-dialog";
import { useReferralAct } from "./use-referral-act";

/** Offers the case to another kecamatan; nothing moves until it accepts. */
export function TransferDialog({ kase, onClose }: { kase: CaseDetail; onClose: () => void }) {
  const t = useTranslations("referrals.transferForm");
  const client = useTRPCClient();
  const targets = useQuery(useTRPC().referrals.transferTargets.queryOptions({ caseId: kase.id }));
  const [subdistrictCode, setTarget] = useState("");
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const sender = useReferralAct<{ subdistrictCode: string; reason: string }>({
    run: (clientActionId, values) =>
      client.referrals.offerTransfer.mutate({
        ...{ clientActionId, caseId: kase.id, version: kase.version },
        ...values,
      }),
    done: () => t("done"),
    onDone: onClose,
  });
  const targetError = attempt > 0 && subdistrictCode === "" ? t("targetMissing") : undefined;
  const reasonError = attempt > 0 && reason.trim() === "" ? t("reasonMissing") : undefined;
  return (
    <ActDialog
      title={t("title")}
      subject={`${kase.number} · ${kase.title}`}
      text={t("text")}
      sendLabel={t("send")}
      isSending={sender.isSending}
      failure={sender.failure}
      attempt={attempt}
      errors={[
        ...(targetError ? [{ fieldId: "transfer-target", message: targetError }] : []),
        ...(reasonError ? [{ fieldId: "transfer-reason", message: reasonError }] : []),
      ]}
      onClose={onClose}
      onSend={() => {
        setAttempt(attempt + 1);
        if (subdistrictCode !== "" && reason.trim() !== "")
          sender.send({ subdistrictCode, reason });
      }}
    >
      {targets.data?.length === 0 ? <p className="text-control">{t("none")}</p> : null}
      <Field id="transfer-target" label={t("target")} error={targetError}>
        <Select
          placeholder=""
          value={subdistrictCode}
          options={(targets.data ?? []).map((one) => ({
            value: one.subdistrictCode,
            label: one.name,
          }))}
          onChange={(event) => setTarget(event.target.value)}
        />
      </Field>
      <Field id="transfer-reason" label={t("reason")} error={reasonError}>
        <Textarea
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ActDialog>
  );
}
