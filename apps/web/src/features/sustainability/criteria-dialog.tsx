"use client";

import { Button } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useAct } from "@/lib/use-act";
import {
  type CriterionLine,
  isWhole,
  linesOf,
  movedLine,
  newLine,
  type ShownCriteria,
  writtenOf,
} from "./criteria-entry";

const MOST = 20;

/** What reviews ask about from now on: words, order, more or fewer. */
export function CriteriaDialog({
  current,
  onClose,
}: {
  current: ShownCriteria;
  onClose: () => void;
}) {
  const t = useTranslations("assessment.criteria");
  const [lines, setLines] = useState(() => linesOf(current));
  // What is typed belongs to the version under it when the form opened; a newer one may be read meanwhile.
  const [base] = useState(current.version);
  const [attempt, setAttempt] = useState(0);
  const isSound = lines.length > 0 && lines.every(isWhole);
  const act = useAct({
    shafts: ["sustainability"],
    run: (client, clientActionId) =>
      client.sustainability.saveCriteria.mutate({
        ...{ clientActionId, base, criteria: writtenOf(lines) },
      }),
    done: t("saved"),
    onDone: onClose,
  });
  const change = (key: string, part: Partial<CriterionLine>) =>
    setLines((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <ActDialog
      title={t("edit")}
      subject={t("version", { version: base })}
      text={t("text")}
      sendLabel={t("send")}
      size="large"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (isSound) act.send();
      }}
      onClose={onClose}
    >
      {attempt > 0 && !isSound ? <FieldError>{t("incomplete")}</FieldError> : null}
      <ol className="flex flex-col gap-2">
        {lines.map((line, at) => (
          <li
            key={line.key}
            className="flex flex-col items-stretch gap-1.5 rounded-r2 bg-sunken p-2 sm:flex-row sm:items-start"
          >
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]">
              <TextInput
                aria-label={t("nameOf", { place: at + 1 })}
                placeholder={t("name")}
                maxLength={80}
                value={line.name}
                onChange={(event) => change(line.key, { name: event.target.value })}
              />
              <Textarea
                rows={2}
                aria-label={t("questionOf", { place: at + 1 })}
                placeholder={t("question")}
                maxLength={300}
                value={line.question}
                onChange={(event) => change(line.key, { question: event.target.value })}
              />
            </div>
            <span className="flex flex-none justify-end">
              <IconButton
                label={t("up", { place: at + 1 })}
                disabled={at === 0}
                icon={<ArrowUp size={16} aria-hidden />}
                onClick={() => setLines((before) => movedLine(before, at, -1))}
              />
              <IconButton
                label={t("down", { place: at + 1 })}
                disabled={at === lines.length - 1}
                icon={<ArrowDown size={16} aria-hidden />}
                onClick={() => setLines((before) => movedLine(before, at, 1))}
              />
              <IconButton
                label={t("remove", { place: at + 1 })}
                icon={<X size={16} aria-hidden />}
                onClick={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
              />
            </span>
          </li>
        ))}
      </ol>
      {lines.length < MOST ? (
        <Button
          size="small"
          className="self-start"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => setLines((before) => [...before, newLine(crypto.randomUUID())])}
        >
          {t("add")}
        </Button>
      ) : null}
    </ActDialog>
  );
}
