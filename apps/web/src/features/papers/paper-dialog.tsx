"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { PaperList } from "./paper-list";
import type { PaperKind } from "./papers-data";

interface PaperDialogProps {
  kind: PaperKind;
  title: string;
  about: string;
  make: string;
  pending: boolean;
  error: unknown;
  onMake: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for a paper and shows what becomes of it; closed meanwhile, it is made all the same. */
export function PaperDialog({ kind, title, about, make, children, ...act }: PaperDialogProps) {
  const t = useTranslations("papers");
  const wording = useErrorWording();
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!act.pending) act.onMake();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : act.onClose())}
      title={title}
      description={about}
      closeLabel={t("close")}
      footer={
        <Button
          type="submit"
          form={formId}
          tone="primary"
          pending={act.pending}
          pendingLabel={t("making")}
        >
          {make}
        </Button>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3.5">
        {act.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(act.error).code)}
          </Notice>
        ) : null}
        {children}
      </form>
      <PaperList kind={kind} />
    </Dialog>
  );
}
