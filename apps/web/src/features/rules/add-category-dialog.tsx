"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { RuleNode, RulePlace } from "./rules-data";

interface AddCategoryDialogProps {
  place: RulePlace;
  parent: RuleNode;
  onAdded: (code: string) => void;
  onClose: () => void;
}

const shortest = { name: 3, reason: 5 };

/** An own category below another one; the rest is inherited and may be set afterwards. */
export function AddCategoryDialog({ place, parent, onAdded, onClose }: AddCategoryDialogProps) {
  const t = useTranslations("rules");
  const wording = useErrorWording();
  const toast = useToast();
  const trpc = useTRPC();
  const client = useQueryClient();
  const formId = useId();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [isSent, setSent] = useState(false);
  const add = useMutation(trpc.rules.addCategory.mutationOptions());
  const missing = {
    name: name.trim().length < shortest.name,
    reason: reason.trim().length < shortest.reason,
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (missing.name || missing.reason || add.isPending) return;
    const command = { clientActionId, areaCode: place.code, parentCode: parent.code };
    add.mutate(
      { ...command, settings: { name: name.trim() }, reason: reason.trim() },
      {
        onSuccess: async ({ categoryCode }) => {
          toast.show({ title: t("add.done", { name: name.trim() }) });
          void client.invalidateQueries(trpc.cases.categories.pathFilter());
          await client.invalidateQueries(trpc.rules.tree.pathFilter());
          onAdded(categoryCode);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("add.title")}
      description={t("below", { name: parent.values.name })}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={add.isPending}
            pendingLabel={t("saving")}
          >
            {t("add.act")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
        {add.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(add.error).code)}
          </Notice>
        ) : null}
        <p className="text-control text-text-2">{t("add.lead")}</p>
        <Field
          label={t("field.name")}
          error={isSent && missing.name ? t("add.nameMissing") : undefined}
        >
          <TextInput
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label={t("save.reason")}
          error={isSent && missing.reason ? t("save.reasonMissing") : undefined}
        >
          <Textarea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
