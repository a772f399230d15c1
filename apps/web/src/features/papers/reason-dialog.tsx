"use client";

import { exportReason, type PaperKind } from "@rembuk/domain/reports/papers";
import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PaperDialog } from "./paper-dialog";
import { useRequest } from "./use-papers";

interface ReasonDialogProps {
  kind: PaperKind;
  title: string;
  about: string;
  /** Asks for the table with what the person wrote. */
  onAsk: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why a table is taken along, and shows what was made before. */
export function ReasonDialog({ onAsk, ...dialog }: ReasonDialogProps) {
  const t = useTranslations("papers.export");
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const request = useRequest(onAsk, () => setReason(""));
  const make = () => {
    const parsed = exportReason.safeParse(reason);
    setMissing(!parsed.success);
    if (parsed.success) request.mutate(parsed.data);
  };
  return (
    <PaperDialog
      {...dialog}
      make={t("make")}
      pending={request.isPending}
      error={request.error}
      onMake={make}
    >
      <Field
        label={t("reason")}
        hint={t("reasonHint")}
        error={isMissing ? t("reasonMissing") : undefined}
      >
        <Textarea
          rows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </PaperDialog>
  );
}
