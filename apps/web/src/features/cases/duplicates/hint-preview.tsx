"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { KeyValueList } from "@rembuk/ui/key-value";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { DuplicateHint } from "./use-duplicate-hints";
import { useWhyAlike } from "./use-why-alike";

interface HintPreviewProps {
  hint: DuplicateHint;
  join: { readonly label: string; readonly run: (hint: DuplicateHint) => void } | undefined;
  onClose: () => void;
}

/** What the other report says, beside the one at hand: nothing of the form is left. */
export function HintPreview({ hint, join, onClose }: HintPreviewProps) {
  const t = useTranslations("duplicates");
  const status = useTranslations("case.status");
  const why = useWhyAlike();
  const { longDateTime } = useFormat();
  const entries = [
    { key: "status", label: t("field.status"), value: status(hint.status) },
    { key: "village", label: t("field.village"), value: hint.villageName },
    { key: "received", label: t("field.received"), value: longDateTime(hint.receivedAt) },
    { key: "why", label: t("field.why"), value: why(hint) },
    { key: "words", label: t("field.words"), value: hint.likeness.words.slice(0, 8).join(", ") },
  ].filter((entry) => entry.value !== "");
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={hint.title}
      description={hint.number}
      closeLabel={t("close")}
      footer={
        <>
          <ButtonLink href={`/kasus/${hint.id}`} target="_blank">
            {t("openCase")}
          </ButtonLink>
          {join && hint.mayJoin ? (
            <Button
              tone="primary"
              onClick={() => {
                join.run(hint);
                onClose();
              }}
            >
              {join.label}
            </Button>
          ) : null}
        </>
      }
    >
      <KeyValueList entries={entries} labelWidth={104} />
      <p className="mt-3 text-body break-words whitespace-pre-line">{hint.description}</p>
    </Dialog>
  );
}
