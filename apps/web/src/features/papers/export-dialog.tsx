"use client";

import { mostTableRows, requestCaseTableCommand } from "@rembuk/domain/reports/papers";
import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { queueInput } from "@/features/cases/queue/queue-view";
import { useQueueFilters } from "@/features/cases/queue/use-queue-filters";
import { useTRPCClient } from "@/lib/trpc";
import { PaperDialog } from "./paper-dialog";
import { useRequest } from "./use-papers";

const reasonShape = requestCaseTableCommand.shape.reason;

/** Asks why, and shows what was made before. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("papers.export");
  const { number } = useFormat();
  const client = useTRPCClient();
  const { filters } = useQueueFilters();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const request = useRequest(
    (given: string) =>
      client.reports.requestCaseTable.mutate({
        ...{ clientActionId: crypto.randomUUID(), filter: queueInput(filters), reason: given },
      }),
    () => setReason(""),
  );
  const make = () => {
    const parsed = reasonShape.safeParse(reason);
    setMissing(!parsed.success);
    if (parsed.success) request.mutate(parsed.data);
  };
  return (
    <PaperDialog
      kind="case-table"
      title={t("title")}
      about={t("about", { most: number(mostTableRows) })}
      make={t("make")}
      pending={request.isPending}
      error={request.error}
      onMake={make}
      onClose={onClose}
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
