"use client";

import { paperPeriods } from "@rembuk/domain/reports/papers";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { PaperDialog } from "./paper-dialog";
import { useRequest } from "./use-papers";

type Period = (typeof paperPeriods)[number];

/** The board on one A4 page, for a meeting. */
export function MeetingSheet() {
  const t = useTranslations("papers.meeting");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        icon={<FileText size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      {isOpen ? <MeetingDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function MeetingDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("papers.meeting");
  const client = useTRPCClient();
  const [period, setPeriod] = useState<Period>(30);
  const request = useRequest((periodDays: Period) =>
    client.reports.requestMeetingSheet.mutate({
      ...{ clientActionId: crypto.randomUUID(), periodDays },
    }),
  );
  return (
    <PaperDialog
      kind="meeting-sheet"
      title={t("title")}
      about={t("about")}
      make={t("make")}
      pending={request.isPending}
      error={request.error}
      onMake={() => request.mutate(period)}
      onClose={onClose}
    >
      <Field label={t("period")}>
        <Select
          value={String(period)}
          options={paperPeriods.map((days) => ({
            value: String(days),
            label: t("days", { days }),
          }))}
          onChange={(event) =>
            setPeriod(paperPeriods.find((days) => String(days) === event.target.value) ?? 30)
          }
          className="sm:w-64"
        />
      </Field>
    </PaperDialog>
  );
}
