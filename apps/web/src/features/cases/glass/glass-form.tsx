"use client";

import { glassReason } from "@rembuk/domain/cases/breaking-glass";
import { Button, ButtonLink } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

/** Number and reason; what follows is said before it happens. */
export function GlassForm() {
  const t = useTranslations("glass");
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const [entry, setEntry] = useState({ number: "", reason: "" });
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const [isChecked, setChecked] = useState(false);
  const open = useMutation(
    trpc.glass.break.mutationOptions({
      onSuccess: ({ caseId }) => {
        void client.invalidateQueries(trpc.glass.list.pathFilter());
        void client.invalidateQueries(trpc.cases.pathFilter());
        router.push(`/kasus/${caseId}`);
      },
    }),
  );
  const change = (part: Partial<typeof entry>) => {
    setEntry((before) => ({ ...before, ...part }));
    // Another content is another act.
    setActionId(crypto.randomUUID());
  };
  const isShort = entry.reason.trim().length < glassReason.shortest;
  const isUnnamed = entry.number.trim() === "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isShort && !isUnnamed) open.mutate({ clientActionId, ...entry });
  };
  return (
    <Panel id="buka-darurat" title={t("form.title")}>
      <form noValidate onSubmit={send} className="flex flex-col gap-3.5">
        <Notice tone="warn">{t("form.follows")}</Notice>
        <Field
          label={t("form.number")}
          hint={t("form.numberHint")}
          error={isChecked && isUnnamed ? t("form.numberMissing") : undefined}
        >
          <TextInput
            value={entry.number}
            maxLength={40}
            autoComplete="off"
            className="font-mono"
            onChange={(event) => change({ number: event.target.value })}
          />
        </Field>
        <Field
          label={t("form.reason")}
          hint={t("form.reasonHint", { count: glassReason.shortest })}
          error={
            isChecked && isShort
              ? t("form.reasonShort", { count: glassReason.shortest })
              : undefined
          }
        >
          <Textarea
            value={entry.reason}
            maxLength={glassReason.longest}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Field>
        {open.error ? <Refusal error={open.error} /> : null}
        <Button
          type="submit"
          tone="danger"
          className="self-start"
          pending={open.isPending}
          pendingLabel={t("form.sending")}
        >
          {t("form.send")}
        </Button>
      </form>
    </Panel>
  );
}

/** One sentence for every number that may not be opened; a case that is open already is led to. */
function Refusal({ error }: { error: unknown }) {
  const t = useTranslations("glass.form");
  const wording = useErrorWording();
  const { code, details } = callFailure(error);
  const caseId = code === "GLASS_NOT_NEEDED" ? details.caseId : undefined;
  return (
    <Notice
      tone={caseId ? "info" : "bad"}
      live
      actions={
        caseId ? (
          <ButtonLink size="small" href={`/kasus/${String(caseId)}`}>
            {t("openIt")}
          </ButtonLink>
        ) : null
      }
    >
      {code === "CASE_NOT_FOUND" ? t("refused") : wording(code)}
    </Notice>
  );
}
