"use client";

import { Button } from "@rembuk/ui/button";
import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PaperDialog } from "@/features/papers/paper-dialog";
import { useRequest } from "@/features/papers/use-papers";
import { useTRPCClient } from "@/lib/trpc";

/** The surat tugas as a PDF, to be signed and carried along. */
export function TripPaper({ tripId }: { tripId: string }) {
  const t = useTranslations("papers.trip");
  const client = useTRPCClient();
  const [isOpen, setOpen] = useState(false);
  const request = useRequest((id: string) =>
    client.reports.requestTripOrder.mutate({
      ...{ clientActionId: crypto.randomUUID(), tripId: id },
    }),
  );
  return (
    <>
      <Button
        size="small"
        className="mt-2"
        icon={<FileText size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("make")}
      </Button>
      {isOpen ? (
        <PaperDialog
          kind="trip-order"
          title={t("title")}
          about={t("about")}
          make={t("make")}
          pending={request.isPending}
          error={request.error}
          onMake={() => request.mutate(tripId)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
