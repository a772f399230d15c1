"use client";

import { Button } from "@rembuk/ui/button";
import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { PaperDialog } from "./paper-dialog";
import { useRequest } from "./use-papers";

/** The village's page as a PDF. */
export function VillagePaper({ villageCode }: { villageCode: string }) {
  const t = useTranslations("papers.village");
  const client = useTRPCClient();
  const [isOpen, setOpen] = useState(false);
  const request = useRequest((code: string) =>
    client.reports.requestVillageSheet.mutate({
      ...{ clientActionId: crypto.randomUUID(), villageCode: code },
    }),
  );
  return (
    <>
      <Button
        icon={<FileText size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("make")}
      </Button>
      {isOpen ? (
        <PaperDialog
          kind="village-sheet"
          title={t("title")}
          about={t("about")}
          make={t("make")}
          pending={request.isPending}
          error={request.error}
          onMake={() => request.mutate(villageCode)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
