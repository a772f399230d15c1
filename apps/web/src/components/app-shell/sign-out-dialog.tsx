"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FIELD_PAGE, TRIP_PAGE } from "@/offline/kept-pages";
import { countUnsent, type Unsent } from "@/offline/unsent";

/** Comes when somebody leaves: it speaks with the server in any case. */
const signOut = async (): Promise<void> => (await import("@/lib/sign-in")).signOut();

/**
 * Signs out; where this browser still holds what was never sent, it says so first, and what to do about it.
 * @returns `dialog` to be shown beside whatever asks
 */
export function useSignOut(): { readonly ask: () => void; readonly dialog: ReactNode } {
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const ask = async () => {
    // Where it cannot be counted nobody is kept from leaving.
    const found = await countUnsent().catch(() => null);
    if (found && found.field + found.drafts + found.village > 0) setUnsent(found);
    else await signOut();
  };
  return {
    ask: () => void ask(),
    dialog: unsent ? <SignOutDialog unsent={unsent} onClose={() => setUnsent(null)} /> : null,
  };
}

function SignOutDialog({ unsent, onClose }: { unsent: Unsent; onClose: () => void }) {
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
          <Button tone="danger" onClick={() => void signOut()}>
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
