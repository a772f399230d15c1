"use client";

import { Button } from "@rembuk/ui/button";
import { Combobox } from "@rembuk/ui/combobox";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { MoveEffects } from "./move-effects";
import { parentsFor } from "./rule-tree";
import type { RuleNode, RulePlace } from "./rules-data";
import { useMove } from "./use-move";
import type { RuleWords } from "./use-rule-words";

interface MoveCategoryDialogProps {
  place: RulePlace;
  node: RuleNode;
  nodes: readonly RuleNode[];
  words: RuleWords;
  onClose: () => void;
}

/** Hangs an own category under another one; what that changes is shown before it is saved. */
export function MoveCategoryDialog(props: MoveCategoryDialogProps) {
  const t = useTranslations("rules");
  const move = useTranslations("rules.move");
  const wording = useErrorWording();
  const { node, nodes, words } = props;
  const formId = useId();
  const form = useMove(props);
  const failure = form.saving.error ?? form.preview.error;
  const parents = parentsFor(nodes, node.code).map(({ code, values }) => ({
    value: code,
    label: values.name,
    detail: `${words.nameOf(values.leadSectorCode)} · ${code}`,
  }));
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={move("title", { name: node.values.name })}
      description={t("below", { name: words.categoryName(node.parentCode ?? "") })}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={form.saving.isPending}
            pendingLabel={t("saving")}
          >
            {move("act")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          form.send();
        }}
        className="flex flex-col gap-4"
      >
        {failure ? (
          <Notice tone="bad" live>
            {wording(callFailure(failure).code)}
          </Notice>
        ) : null}
        <Field
          label={move("parent")}
          hint={move("parentHint")}
          error={form.missing.parent ? move("parentMissing") : undefined}
        >
          <Combobox
            options={parents}
            value={form.parentCode}
            placeholder={t("search")}
            onChange={form.choose}
            emptyLabel={t("noMatch.title")}
            clearLabel={move("clear")}
          />
        </Field>
        {form.preview.data ? <MoveEffects preview={form.preview.data} words={words} /> : null}
        {form.preview.isFetching ? (
          <p role="status" className="text-12 text-text-2">
            {move("counting")}
          </p>
        ) : null}
        <Field
          label={t("save.reason")}
          hint={t("save.reasonHint")}
          error={form.missing.reason ? t("save.reasonMissing") : undefined}
        >
          <Textarea
            rows={2}
            maxLength={500}
            value={form.reason}
            onChange={(event) => form.setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
