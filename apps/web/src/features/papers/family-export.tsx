"use client";

import { mostTableRows } from "@rembuk/domain/reports/papers";
import { Button } from "@rembuk/ui/button";
import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPCClient } from "@/lib/trpc";
import { ReasonDialog } from "./reason-dialog";

/** The families of a kecamatan or village as a table, with a reason. */
export function FamilyExport({ areaCode }: { areaCode: string }) {
  const t = useTranslations("papers.families");
  const { number } = useFormat();
  const client = useTRPCClient();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        icon={<FileDown size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      {isOpen ? (
        <ReasonDialog
          kind="family-table"
          title={t("title")}
          about={t("about", { most: number(mostTableRows) })}
          onAsk={(reason) =>
            client.reports.requestFamilyTable.mutate({
              ...{ clientActionId: crypto.randomUUID(), areaCode, reason },
            })
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
