"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { CaseDetail } from "../case-data";

/** Where the receipt page finds code and PIN, which the server tells only once. */
const RECEIPT = "rembuk.receipt";

/** Makes a new code and PIN and goes to the page that prints them. */
export function RenewReceipt({ kase, onClose }: { kase: CaseDetail; onClose: () => void }) {
  const t = useTranslations("case.receipt");
  const trpc = useTRPC();
  const router = useRouter();
  const wording = useErrorWording();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const renew = useMutation(
    trpc.cases.renewReceipt.mutationOptions({
      gcTime: 0,
      onSuccess: (receipt) => {
        window.sessionStorage.setItem(RECEIPT, JSON.stringify(receipt));
        router.push(`/kasus/${kase.id}/tanda-terima`);
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="small"
      title={t("title")}
      description={kase.number}
      closeLabel={t("cancel")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            tone="primary"
            pending={renew.isPending || renew.isSuccess}
            pendingLabel={t("sending")}
            onClick={() => renew.mutate({ clientActionId, caseId: kase.id })}
          >
            {t("send")}
          </Button>
        </>
      }
    >
      {renew.error ? (
        <Notice tone="bad" live className="mb-3">
          {wording(callFailure(renew.error).code)}
        </Notice>
      ) : null}
      <p className="text-body">{t("text")}</p>
    </Dialog>
  );
}
