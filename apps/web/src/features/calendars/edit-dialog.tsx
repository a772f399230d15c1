"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useToast } from "@rembuk/ui/toast";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { CalendarEdit } from "./calendar-data";
import { ChangeEffect } from "./change-effect";
import { useCalendarChange } from "./use-calendar-change";

interface EditDialogProps {
  title: string;
  /** The edit as it is filled in; null while something is missing. */
  edit: CalendarEdit | null;
  act: string;
  danger?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** An edit of the calendar: its fields, how many deadlines it moves, and then the saving. */
export function EditDialog({ title, edit, act, danger, onClose, children }: EditDialogProps) {
  const t = useTranslations("calendar");
  const toast = useToast();
  const wording = useErrorWording();
  const formId = useId();
  const change = useCalendarChange(edit, () => {
    toast.show({ title: t("saved") });
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone={danger ? "danger" : "primary"}
            disabled={edit === null}
            pending={change.isSaving}
            pendingLabel={t("saving")}
          >
            {act}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.save();
        }}
      >
        {children}
        <ChangeEffect change={change} />
        {change.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(change.error).code)}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
