"use client";

import { Checkbox } from "@rembuk/ui/checkbox";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import { ActDialog } from "./act-dialog";
import type { CaseReferral } from "./referral-data";
import { useReferralAct } from "./use-referral-act";

interface Draft {
  readonly target: string;
  readonly name: string;
  readonly hasAccount: boolean;
  readonly asked: string;
  readonly mandatory: boolean;
  readonly days: string;
}

const daysOf = (text: string): number | null => {
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= 60 ? days : null;
};

/** Several referrals at once: each with what is asked, mandatory or not, and its limit. */
export function ReferDialog(props: {
  kase: CaseDetail;
  replaces: CaseReferral | null;
  onClose: () => void;
}) {
  const { kase, replaces, onClose } = props;
  const t = useTranslations("referrals.refer");
  const client = useTRPCClient();
  const targets = useQuery(useTRPC().referrals.targets.queryOptions({ caseId: kase.id }));
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sender = useReferralAct<readonly Draft[]>({
    run: (clientActionId, list) =>
      client.referrals.refer.mutate({
        ...{ clientActionId, caseId: kase.id, version: kase.version },
        replaces: replaces?.id ?? null,
        referrals: list.map(({ target, asked, mandatory, days }) => ({
          ...{ target, asked, mandatory },
          limitDays: Number(days),
        })),
      }),
    done: (list) => t("done", { count: list.length }),
    onDone: onClose,
  });
  const free = (targets.data?.targets ?? []).filter(
    (one) => !one.isBusy && !drafts.some((d) => d.target === one.target),
  );
  const add = (target: string | null) => {
    const found = free.find((one) => one.target === target);
    if (!found) return;
    const { name, hasAccount } = found;
    const days = String(targets.data?.limitDays ?? 5);
    const asked = replaces?.asked ?? "";
    setDrafts([
      ...drafts,
      { target: found.target, name, hasAccount, asked, mandatory: true, days },
    ]);
  };
  const change = (target: string, part: Partial<Draft>) =>
    setDrafts(drafts.map((d) => (d.target === target ? { ...d, ...part } : d)));
  const problems = drafts.flatMap((d) => [
    ...(d.asked.trim() === ""
      ? [{ fieldId: `asked-${d.target}`, message: t("askedMissing", { name: d.name }) }]
      : []),
    ...(daysOf(d.days) === null
      ? [{ fieldId: `days-${d.target}`, message: t("daysMissing") }]
      : []),
  ]);
  if (drafts.length === 0) problems.push({ fieldId: "refer-target", message: t("empty") });
  const shown = attempt > 0 ? problems : [];
  const errorAt = (fieldId: string) => shown.find((p) => p.fieldId === fieldId)?.message;
  return (
    <ActDialog
      title={t("title")}
      subject={`${kase.number} · ${kase.title}`}
      text={replaces ? t("replace", { name: replaces.name }) : t("text")}
      sendLabel={t("send", { count: Math.max(1, drafts.length) })}
      isSending={sender.isSending}
      failure={sender.failure}
      errors={shown}
      attempt={attempt}
      size="large"
      onClose={onClose}
      onSend={() => {
        setAttempt(attempt + 1);
        if (problems.length === 0) sender.send(drafts);
      }}
    >
      <Field
        id="refer-target"
        label={t("pick")}
        hint={t("pickHint")}
        error={errorAt("refer-target")}
      >
        <Combobox
          // A fresh box after each choice: it adds, it does not hold a value.
          key={drafts.length}
          options={free.map((one) => ({
            value: one.target,
            label: one.name,
            note: [one.isPartner && t("partner"), one.isSupporting && t("supporting")]
              .filter(Boolean)
              .map((words) => ` · ${words}`)
              .join(""),
          }))}
          value={null}
          onChange={add}
          emptyLabel={t("pickEmpty")}
          clearLabel={t("pickClear")}
        />
      </Field>
      {drafts.map((draft) => (
        <DraftFields
          key={draft.target}
          draft={draft}
          errorAt={errorAt}
          onChange={(part) => change(draft.target, part)}
          onRemove={() => setDrafts(drafts.filter((d) => d.target !== draft.target))}
        />
      ))}
    </ActDialog>
  );
}

function DraftFields(props: {
  draft: Draft;
  errorAt: (fieldId: string) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
  onRemove: () => void;
}) {
  const { draft, errorAt, onChange } = props;
  const t = useTranslations("referrals.refer");
  return (
    <fieldset className="flex flex-col gap-3 rounded-r2 border border-line bg-surface-2 p-3">
      <legend className="px-1 text-control font-bold">{draft.name}</legend>
      <div className="flex items-start gap-3">
        <Field
          id={`asked-${draft.target}`}
          label={t("asked")}
          hint={draft.hasAccount ? undefined : t("noAccount")}
          error={errorAt(`asked-${draft.target}`)}
          className="min-w-0 flex-1"
        >
          <Textarea
            rows={2}
            maxLength={2000}
            value={draft.asked}
            onChange={(event) => onChange({ asked: event.target.value })}
          />
        </Field>
        <IconButton
          label={t("remove", { name: draft.name })}
          icon={<X size={16} aria-hidden />}
          onClick={props.onRemove}
        />
      </div>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
        <Field
          id={`days-${draft.target}`}
          label={t("days")}
          error={errorAt(`days-${draft.target}`)}
          className="w-36"
        >
          <TextInput
            inputMode="numeric"
            value={draft.days}
            onChange={(event) => onChange({ days: event.target.value })}
          />
        </Field>
        <Checkbox
          label={t("mandatory")}
          checked={draft.mandatory}
          onChange={(event) => onChange({ mandatory: event.target.checked })}
        />
      </div>
    </fieldset>
  );
}
