"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { contentOf, type ReplyEntry, replyEntryOf, replyProblems } from "./reply-entry";
import { ReplyFields } from "./reply-fields";
import type { ReplyRow, RuleNode, RulePlace } from "./rules-data";
import type { RuleWords } from "./use-rule-words";

interface ReplyDialogProps {
  place: RulePlace;
  /** Null: a new one. */
  reply: ReplyRow | null;
  nodes: readonly RuleNode[];
  words: RuleWords;
  onClose: () => void;
}

/** One prepared reply; of a shipped one the area keeps its own copy. */
export function ReplyDialog({ place, reply, nodes, words, onClose }: ReplyDialogProps) {
  const t = useTranslations("replies");
  const rules = useTranslations("rules");
  const wording = useErrorWording();
  const toast = useToast();
  const trpc = useTRPC();
  const client = useQueryClient();
  const formId = useId();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const [entry, setEntry] = useState<ReplyEntry>(() => replyEntryOf(reply));
  const [isSent, setSent] = useState(false);
  const saving = useMutation(trpc.rules.saveReply.mutationOptions());
  const problems = replyProblems(entry);
  const change = (part: Partial<ReplyEntry>) => setEntry((before) => ({ ...before, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(problems).length > 0 || saving.isPending) return;
    const about = { areaCode: place.code, replyId: reply?.id ?? null };
    saving.mutate(
      { clientActionId, ...about, version: reply?.version ?? 0, ...contentOf(entry) },
      {
        onSuccess: async () => {
          toast.show({ title: t("saved", { name: entry.name.trim() }) });
          await client.invalidateQueries(trpc.rules.replies.pathFilter());
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(reply ? "edit" : "add")}
      description={reply?.areaCode === "" ? t("shippedHint", { place: place.name }) : place.name}
      closeLabel={rules("close")}
      footer={
        <>
          <Button onClick={onClose}>{rules("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={saving.isPending}
            pendingLabel={rules("saving")}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
        {saving.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(saving.error).code)}
          </Notice>
        ) : null}
        <ReplyFields
          entry={entry}
          change={change}
          problems={isSent ? problems : {}}
          isNew={reply === null}
          nodes={nodes}
          words={words}
        />
        <Checkbox
          label={t("active")}
          hint={t("activeHint")}
          checked={entry.isActive}
          onChange={(event) => change({ isActive: event.target.checked })}
        />
      </form>
    </Dialog>
  );
}
