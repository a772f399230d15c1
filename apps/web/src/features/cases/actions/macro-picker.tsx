"use client";

import type { ReplyUse } from "@rembuk/domain/cases/canned-replies";
import { CommandPalette, type PaletteItem } from "@rembuk/ui/command-palette";
import { rankMatches } from "@rembuk/ui/text-match";
import { useQuery } from "@tanstack/react-query";
import { Split, TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import type { PreparedReply } from "../replies/reply-picker";
import { useStepReason } from "./use-step-rows";

interface MacroPickerProps {
  kase: CaseDetail;
  onPick: (reply: PreparedReply) => void;
  onClose: () => void;
}

/** Why a prepared reply of this use cannot be used now; undefined where it can. */
function useBlocked(kase: CaseDetail): (use: ReplyUse) => string | undefined {
  const t = useTranslations("shortcuts");
  const reasonOf = useStepReason(kase);
  return (use) => {
    if (use === "note") return kase.mayWriteTo.length > 0 ? undefined : t("notYours");
    const step = kase.nextSteps.find((one) => one.action === use);
    if (!step) return t("notYours");
    return step.allowed ? undefined : reasonOf(step);
  };
}

/** Prepared words and macros for this case; the chosen one fills its window. */
export default function MacroPicker({ kase, onPick, onClose }: MacroPickerProps) {
  const t = useTranslations("replies");
  const { data } = useQuery(useTRPC().cases.replies.queryOptions({ caseId: kase.id }));
  const [text, setText] = useState("");
  const blocked = useBlocked(kase);
  const options = (data ?? []).map((reply) => ({ ...reply, label: reply.name, value: reply.id }));
  const rows = rankMatches(options, text).map(
    (reply): PaletteItem => ({
      id: reply.id,
      label: reply.name,
      note: t(`use.${reply.use}`),
      icon: reply.target ? <Split size={16} /> : <TextQuote size={16} />,
      blocked: blocked(reply.use),
      onSelect: () => onPick(reply),
    }),
  );
  // What can be used now stands first; the rest keeps its reason.
  const items = [...rows.filter((row) => !row.blocked), ...rows.filter((row) => row.blocked)];
  return (
    <CommandPalette
      label={t("picker.title", { number: kase.number })}
      placeholder={t("picker.search")}
      text={text}
      onText={setText}
      groups={[{ id: "replies", heading: t("picker.heading"), items }]}
      emptyLabel={t("picker.empty")}
      busyLabel={data ? undefined : t("picker.loading")}
      onClose={onClose}
    />
  );
}
