"use client";

import { Check, CircleDashed, PencilLine, ScanSearch, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type ReactNode, useMemo } from "react";
import { useFormat } from "@/components/office-zone";
import type { OwnRecord } from "./field-standing";
import type { PackagedLine } from "./handover-entry";

/** Words of a row, made once for all of them: a list holds hundreds, and the phone is slow. */
export function useRowWords() {
  const t = useTranslations("field.list");
  const outcomes = useTranslations("field.outcome");
  const { clockTime } = useFormat();
  return useMemo(() => ({ t, outcomes, clockTime }), [t, outcomes, clockTime]);
}

interface RowProps {
  line: PackagedLine;
  record: OwnRecord | null;
  isDrafted: boolean;
  words: ReturnType<typeof useRowWords>;
  /** With the record that stands of this line, which another one would put right. */
  onOpen: (lineId: string, recordId: string | null) => void;
}

/** One person of the list. What is not in sight is not laid out. */
export const Recipient = memo(function Recipient({ line, record, onOpen, ...row }: RowProps) {
  const { name, maskedNik, provisionalCode, quantity, programName } = line;
  return (
    <li className="border-b border-line bg-surface [contain-intrinsic-size:auto_61px] [content-visibility:auto]">
      <button
        type="button"
        onClick={() => onOpen(line.id, record?.clientActionId ?? null)}
        className="flex min-h-15 w-full items-center gap-3 px-4 py-2 text-left"
      >
        <span className="min-w-0 flex-1">
          <b className="block text-16 font-semibold break-words">{name}</b>
          <span className="block text-13 text-text-2">
            <span className="font-mono">{maskedNik ?? provisionalCode}</span> · {quantity} ·{" "}
            {programName}
            {record?.label.isProxy ? ` · ${row.words.t("byProxy")}` : null}
          </span>
        </span>
        {standingOf(record, row)}
      </button>
    </li>
  );
});

const mark = (icon: ReactNode, label: string, tone: string) => (
  <span className={`flex flex-none items-center gap-1 text-14 font-semibold ${tone}`}>
    {icon}
    {label}
  </span>
);

const standingOf = (
  record: OwnRecord | null,
  { isDrafted, words }: Pick<RowProps, "isDrafted" | "words">,
): ReactNode => {
  const { t, outcomes, clockTime } = words;
  if (!record && isDrafted)
    return mark(<PencilLine size={16} aria-hidden />, t("draft"), "text-warn");
  if (!record) return mark(<CircleDashed size={16} aria-hidden />, t("waiting"), "text-text-2");
  const { outcome, at } = record.label;
  if (record.isHeld) return mark(<ScanSearch size={16} aria-hidden />, t("held"), "text-warn");
  if (outcome === "delivered")
    return mark(<Check size={16} aria-hidden />, clockTime(new Date(at)), "text-ok");
  return mark(<UserX size={16} aria-hidden />, outcomes(outcome), "text-warn");
};
