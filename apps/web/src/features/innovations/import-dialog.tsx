"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { ShownInnovation } from "./innovation-data";
import { PasteField, previewOf } from "./paste-field";
import { useInnovationAct } from "./use-innovation-act";

/** Takes a report or a proposal into an innovation that there is; what the text lacks stays. */
export function ImportDialog({
  innovation: { id: innovationId, version, profile },
  onClose,
}: {
  innovation: ShownInnovation;
  onClose: () => void;
}) {
  const t = useTranslations("innovations.paste");
  const [pasted, setPasted] = useState("");
  const preview = previewOf(profile, pasted);
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.import.mutate({ clientActionId, innovationId, version, pasted }),
    done: t("done"),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t("title")}
      subject={profile.name}
      text={t("text")}
      sendLabel={t("send")}
      size="large"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={0}
      onSend={() => {
        if (preview) act.send();
      }}
      onClose={onClose}
    >
      <PasteField pasted={pasted} preview={preview} onPaste={setPasted} />
    </ActDialog>
  );
}
