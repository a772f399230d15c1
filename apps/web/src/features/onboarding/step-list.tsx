"use client";

import { onboardingSteps, skippableSteps } from "@rembuk/domain/onboarding/model";
import { Circle, CircleCheck, CircleMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Onboarding, Step, StepState } from "./onboarding-data";

interface StepListProps {
  page: Onboarding;
  current: Step;
  onOpen: (step: Step) => void;
}

const looks: Record<StepState, { icon: typeof Circle; tone: string }> = {
  open: { icon: Circle, tone: "text-text-3" },
  done: { icon: CircleCheck, tone: "text-ok" },
  skipped: { icon: CircleMinus, tone: "text-text-3" },
};

/** Every step with its state, in the order in which it is done; any may be opened. */
export function StepList({ page, current, onOpen }: StepListProps) {
  const t = useTranslations("onboarding");
  const ready = onboardingSteps.filter((step) => page.steps[step] !== "open").length;
  return (
    <nav
      aria-label={t("steps")}
      className="rounded-r3 border border-line bg-surface max-lg:order-2"
    >
      <p className="border-b border-line px-3 py-2 text-12 text-text-2">
        {t("progress", { done: ready, all: onboardingSteps.length })}
      </p>
      <ol className="divide-y divide-line max-lg:grid max-lg:grid-cols-1 sm:max-lg:grid-cols-2">
        {onboardingSteps.map((step, at) => {
          const state = page.steps[step];
          const { icon: Icon, tone } = looks[state];
          const note = state === "open" && skippableSteps.includes(step) ? "mayBeSkipped" : state;
          return (
            <li key={step}>
              <button
                type="button"
                aria-current={step === current ? "step" : undefined}
                onClick={() => onOpen(step)}
                className={`flex min-h-12 w-full items-center gap-2.5 px-3 py-2 text-left hover:bg-hover ${step === current ? "bg-selected shadow-[inset_3px_0_0_var(--brand)]" : ""}`}
              >
                <Icon size={18} aria-hidden className={tone} />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">
                    {at + 1}. {t(`step.${step}.title`)}
                  </span>
                  <span className="block text-12 text-text-2">{t(`state.${note}`)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
