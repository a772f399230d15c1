"use client";

import { onboardingSteps } from "@rembuk/domain/onboarding/model";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { CalendarStep } from "./calendar-step";
import { CategoriesStep } from "./categories-step";
import { FirstCaseStep } from "./first-case-step";
import { OfficeStep } from "./office-step";
import type { Step, StepProps } from "./onboarding-data";
import { PeopleStep } from "./people/people-step";
import { RegisterStep } from "./register/register-step";
import { SectorsStep } from "./sectors-step";
import { VillagesStep } from "./villages-step";

const bodies: Record<Step, (props: StepProps) => React.ReactNode> = {
  office: (props) => <OfficeStep {...props} />,
  villages: (props) => <VillagesStep {...props} />,
  sectors: (props) => <SectorsStep {...props} />,
  people: (props) => <PeopleStep {...props} />,
  calendar: (props) => <CalendarStep {...props} />,
  categories: (props) => <CategoriesStep {...props} />,
  register: (props) => <RegisterStep {...props} />,
  "first-case": (props) => <FirstCaseStep {...props} />,
};

/** What a step asks for, and the way to do it here or on its own page. */
export function StepBody({ step, ...props }: StepProps & { step: Step }) {
  const t = useTranslations("onboarding.step");
  const all = onboardingSteps.length;
  const at = onboardingSteps.indexOf(step) + 1;
  const needsOffice = step !== "office" && props.page.office === null;
  return (
    <Panel id={`langkah-${step}`} title={t(`${step}.title`)} note={t("of", { at, all })}>
      <p className="mb-3 max-w-[72ch] text-text-2">{t(`${step}.text`)}</p>
      {needsOffice ? <p className="font-semibold">{t("officeFirst")}</p> : bodies[step](props)}
    </Panel>
  );
}
