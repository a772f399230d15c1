"use client";

import type { PaletteItem } from "@rembuk/ui/command-palette";
import { useQuery } from "@tanstack/react-query";
import { NotebookPen, UserRoundPlus, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CaseAct, caseKeys, type ExtraAct } from "@/components/shortcuts/shortcut-table";
import { useTRPC } from "@/lib/trpc";
import { isOffered } from "../actions/act-for-key";
import { useStepRows } from "../actions/use-step-rows";
import type { CaseDetail } from "../case-data";
import type { CurrentCase } from "./current-case";

const icons: Record<ExtraAct, typeof Zap> = {
  assign: UserRoundPlus,
  note: NotebookPen,
  macro: Zap,
};

/** The case before the reader, for its acts: as the screen has it, or read now. */
export function useCommandCase(current: CurrentCase | null): CaseDetail | null {
  const trpc = useTRPC();
  const asked = current !== null && !current.kase && !current.isUnread;
  const { data } = useQuery(
    trpc.cases.show.queryOptions(
      { caseId: current?.caseId ?? "" },
      { enabled: asked, staleTime: 30_000 },
    ),
  );
  return current?.kase ?? (asked ? (data ?? null) : null);
}

/** Every act on this case as a command; what cannot be done keeps its reason. */
export function useCaseCommands(
  kase: CaseDetail,
  start: (act: CaseAct) => void,
  /** With rows checked the letters mean all of them. */
  lettersAct: boolean,
): readonly PaletteItem[] {
  const t = useTranslations("shortcuts");
  const rows = useStepRows(kase);
  const steps = rows.map((row): PaletteItem => {
    const act = row.id as CaseAct;
    return {
      id: row.id,
      label: row.title,
      note: row.consequence,
      icon: row.icon,
      blocked: row.blocked,
      hint: row.hint && lettersAct ? [row.hint] : undefined,
      onSelect: () => start(act),
    };
  });
  const isRouting = kase.nextSteps.some((step) => step.action === "route" && step.allowed);
  const extras = (Object.keys(icons) as ExtraAct[]).flatMap((act): PaletteItem[] => {
    if (!isOffered(kase, act) || (act === "assign" && !isRouting)) return [];
    const Icon = icons[act];
    return [
      {
        id: act,
        label: t(`acts.${act}`),
        icon: <Icon size={16} />,
        hint: lettersAct ? [caseKeys[act]] : undefined,
        onSelect: () => start(act),
      },
    ];
  });
  const open = steps.filter((step) => !step.blocked);
  return [...open, ...extras, ...steps.filter((step) => step.blocked)];
}
