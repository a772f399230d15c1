"use client";

import { mostTableRows } from "@rembuk/domain/reports/papers";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { queueInput } from "@/features/cases/queue/queue-view";
import { useQueueFilters } from "@/features/cases/queue/use-queue-filters";
import { useTRPCClient } from "@/lib/trpc";
import { ReasonDialog } from "./reason-dialog";

/** The view that the address names, as a table. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("papers.export");
  const { number } = useFormat();
  const client = useTRPCClient();
  const { filters } = useQueueFilters();
  return (
    <ReasonDialog
      kind="case-table"
      title={t("title")}
      about={t("about", { most: number(mostTableRows) })}
      onAsk={(reason) =>
        client.reports.requestCaseTable.mutate({
          ...{ clientActionId: crypto.randomUUID(), filter: queueInput(filters), reason },
        })
      }
      onClose={onClose}
    />
  );
}
