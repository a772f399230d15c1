"use client";

import { Button } from "@rembuk/ui/button";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { ReasonDialog } from "./reason-dialog";
import { useRefreshRegistry } from "./use-refresh-registry";

/** Parts two records again that were found to be one person. */
export function UndoMerge({ mergedId, name }: { mergedId: string; name: string }) {
  const t = useTranslations("registry.pairs");
  const toast = useToast();
  const refresh = useRefreshRegistry();
  const [isOpen, setOpen] = useState(false);
  const [clientActionId] = useState(() => crypto.randomUUID());
  const undo = useMutation(
    useTRPC().beneficiaries.undoMerge.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("undone") });
        refresh();
        setOpen(false);
      },
    }),
  );
  return (
    <>
      <Button size="small" tone="quiet" onClick={() => setOpen(true)}>
        {t("undo")}
      </Button>
      {isOpen ? (
        <ReasonDialog
          title={t("undoOf", { name })}
          act={t("undo")}
          pending={undo.isPending}
          error={undo.error}
          onSend={(reason) => undo.mutate({ clientActionId, mergedId, reason })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
