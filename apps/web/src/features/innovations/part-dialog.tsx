"use client";

import { Button } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { TextInput } from "@rembuk/ui/text-input";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { ShownInnovation } from "./innovation-data";
import {
  emptyLine,
  kindOfColumn,
  linesOf,
  type PartKey,
  type PartLine,
  partColumns,
  partOf,
} from "./part-lines";
import { useInnovationAct } from "./use-innovation-act";

/** A list beside the profile as lines: SK, budget, team, awards, meetings. */
export function PartDialog({
  innovation,
  part,
  onClose,
}: {
  innovation: ShownInnovation;
  part: PartKey;
  onClose: () => void;
}) {
  const t = useTranslations("innovations");
  const [lines, setLines] = useState<readonly PartLine[]>(() => {
    const known = linesOf(innovation.parts, part);
    return known.length > 0 ? known : [emptyLine(part)];
  });
  const [attempt, setAttempt] = useState(0);
  const parts = partOf(part, lines);
  const { id: innovationId, version } = innovation;
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.saveParts.mutate({ clientActionId, innovationId, version, parts: parts ?? {} }),
    done: t("edit.done"),
    onDone: onClose,
  });
  const change = (key: string, column: string, text: string) =>
    setLines((before) =>
      before.map((line) => (line.key === key ? { ...line, [column]: text, key } : line)),
    );
  return (
    <ActDialog
      title={t(`parts.${part}.title`)}
      subject={innovation.profile.name}
      text={t(`parts.${part}.text`)}
      sendLabel={t("edit.send")}
      size="medium"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (parts) act.send();
      }}
      onClose={onClose}
    >
      {attempt > 0 && !parts ? <FieldError>{t("parts.incomplete")}</FieldError> : null}
      <ul className="flex flex-col gap-2">
        {lines.map((line, at) => (
          <li key={line.key} className="flex items-start gap-1.5 rounded-r2 bg-sunken p-2">
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-cols-2">
              {partColumns[part].map((column) => (
                <TextInput
                  key={column}
                  aria-label={t("parts.of", { part: t(`parts.columns.${column}`), place: at + 1 })}
                  placeholder={t(`parts.columns.${column}`)}
                  type={kindOfColumn(column)}
                  maxLength={300}
                  value={line[column] ?? ""}
                  onChange={(event) => change(line.key, column, event.target.value)}
                />
              ))}
            </div>
            <IconButton
              label={t("parts.remove", { place: at + 1 })}
              icon={<X size={16} aria-hidden />}
              onClick={() => setLines((before) => before.filter((one) => one.key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => setLines((before) => [...before, emptyLine(part)])}
      >
        {t("parts.add")}
      </Button>
    </ActDialog>
  );
}
