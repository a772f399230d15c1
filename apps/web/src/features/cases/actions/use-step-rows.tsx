"use client";

import type { NextStep } from "@rembuk/domain/cases/lifecycle";
import type { NextStep as StepRow } from "@rembuk/ui/next-steps";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { caseKeys } from "@/components/shortcuts/shortcut-table";
import { useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import type { CaseDetail } from "../case-data";
import { useCaseWords } from "../wording/use-case-words";
import { actIcons, titleKey } from "./action-looks";

/** Why a step cannot be done now, in words; undefined for one that can. */
export function useStepReason(kase: CaseDetail): (step: NextStep) => string | undefined {
  const t = useTranslations("caseActions");
  const { longDate } = useFormat(kase.calendar.zone);
  const referrals = useTranslations("referrals");
  const openReferrals = kase.referrals.filter((one) => one.isBlocking).map((one) => one.name);
  const openTasks = kase.tasks.filter((task) => task.isMandatory && task.doneAt === null).length;
  return ({ reason }) => {
    if (reason === null) return undefined;
    if (reason === "WINDOW_OPEN" && kase.confirmBy !== null)
      return t("blockedWindow", { date: longDate(kase.confirmBy) });
    if (reason === "REFERRALS_OPEN" && openReferrals.length > 0)
      return referrals("blockedNames", { names: openReferrals.join(", ") });
    if (reason === "TASKS_OPEN" && openTasks > 0)
      return referrals("blockedTasks", { count: openTasks });
    return t(`blocked.${reason}`);
  };
}

/** The server's steps in words: verb, consequence, or the reason why not. */
export function useStepRows(kase: CaseDetail): readonly StepRow[] {
  const t = useTranslations("caseActions");
  const { shortHolder } = useCaseWords();
  const shortcuts = useShortcutSetting();
  const who = shortHolder(kase.holder, kase.village.name);
  const reasonOf = useStepReason(kase);
  return kase.nextSteps.map((step) => {
    const { action, onBehalf, recommended } = step;
    const title = t(titleKey(kase, action));
    const spoken = action === "cancel" ? t("theReporter") : who;
    const Icon = actIcons[action];
    return {
      id: action,
      // Before there is a holder there is nobody to speak for.
      title:
        onBehalf && step.allowed ? t("onBehalfTitle", { action: title, holder: spoken }) : title,
      consequence: t(`${action}.consequence`),
      blocked: step.allowed ? undefined : reasonOf(step),
      icon: <Icon size={16} />,
      hint: shortcuts.on ? caseKeys[action] : undefined,
      main: recommended,
    };
  });
}
