"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { OneTimeCode } from "./one-time-code";

interface CodeDialogProps {
  title: string;
  code: string | null;
  username: string;
  name: string;
  /** What did not work beside the code. */
  warning?: ReactNode;
  onClose: () => void;
}

/** Holds the code until somebody says that it was passed on: closing by mistake asks once. */
export function CodeDialog({ title, warning, onClose, ...code }: CodeDialogProps) {
  const t = useTranslations("people");
  const [asks, setAsks] = useState(false);
  const leave = () => (asks || code.code === null ? onClose() : setAsks(true));
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : leave())}
      title={title}
      closeLabel={t("code.close")}
      footer={
        asks ? (
          <>
            <p role="alert" className="mr-auto self-center text-12 font-semibold text-bad">
              {t("code.leaveQuestion")}
            </p>
            <Button onClick={() => setAsks(false)}>{t("code.stay")}</Button>
            <Button tone="danger" onClick={onClose}>
              {t("code.leave")}
            </Button>
          </>
        ) : (
          <Button tone="primary" onClick={onClose}>
            {t("code.done")}
          </Button>
        )
      }
    >
      {warning ? (
        <Notice tone="bad" live className="mb-3">
          {warning}
        </Notice>
      ) : null}
      <OneTimeCode {...code} />
    </Dialog>
  );
}
