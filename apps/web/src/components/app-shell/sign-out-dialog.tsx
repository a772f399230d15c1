"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { useTranslations } from "next-intl";
import { FIELD_PAGE, TRIP_PAGE } from "@/offline/kept-pages";
import type { Unsent } from "@/offline/unsent";

interface SignOutDialogProps {
  unsent: Unsent;
  onClose: () => void;
  onLeave: () => void;
}

/** This browser still holds what was never sent: what it is, and what to do about it before leaving. */
export function SignOutDialog({ unsent, onClose, onLeave }: SignOutDialogProps) {
  const t = useTranslations("shell.unsent");
  const { field, drafts, village } = unsent;
  const saveFile = async () => {
    const { saveCarryFile } = await import("@/offline/field/carry-file");
    await saveCarryFile();
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("stay")}</Button>
          <Button tone="danger" onClick={onLeave}>
            {t("leave")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {field + drafts > 0 ? (
          <section className="flex flex-col gap-2">
            <p>
              {t("field", { count: field })}
              {drafts > 0 ? ` ${t("drafts", { count: drafts })}` : null}
            </p>
            <ButtonLink href={TRIP_PAGE} block>
              {t("sendField")}
            </ButtonLink>
            {field > 0 ? (
              <Button block onClick={() => void saveFile()}>
                {t("file")}
              </Button>
            ) : null}
          </section>
        ) : null}
        {village > 0 ? (
          <section className="flex flex-col gap-2">
            <p>{t("village", { count: village })}</p>
            <ButtonLink href={FIELD_PAGE} block>
              {t("sendVillage")}
            </ButtonLink>
          </section>
        ) : null}
        <p className="text-14 text-text-2">{t("stays")}</p>
      </div>
    </Dialog>
  );
}
