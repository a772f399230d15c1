"use client";

import { Dialog } from "@rembuk/ui/dialog";
import { useTranslations } from "next-intl";
import { NoteComposer } from "../case/note-composer";
import type { CaseDetail } from "../case-data";
import type { PreparedReply } from "../replies/reply-picker";

interface NoteDialogProps {
  kase: CaseDetail;
  /** Words of a macro, to be edited before they are saved. */
  prepared: PreparedReply | null;
  onClose: () => void;
}

/** A note from wherever the case is at hand; it asks for its audience as on the case page. */
export function NoteDialog({ kase, prepared, onClose }: NoteDialogProps) {
  const t = useTranslations("case.notes");
  const actions = useTranslations("caseActions");
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("write")}
      description={`${kase.number} · ${kase.title}`}
      closeLabel={actions("close-dialog")}
    >
      <NoteComposer kase={kase} prepared={prepared?.texts.body} onSaved={onClose} />
      <p className="mt-2 text-meta text-text-2">{t("permanent")}</p>
    </Dialog>
  );
}
