"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { ButtonLink } from "@rembuk/ui/button";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ReferralInbox } from "@/features/cases/referrals/referral-inbox";
import { CasePreviewList } from "./case-preview-list";
import { FigureSentence } from "./figure-sentence";
import type { CasePlan } from "./home-plans";
import { PartHeader } from "./part-header";

/** A part of the home made of cases: the sentence, the act of the day, the first of each list. */
export function CasesPart({
  plan,
  numbers,
  office,
  first,
}: {
  plan: CasePlan;
  numbers: Readonly<Record<string, number>>;
  office: string;
  first: boolean;
}) {
  const t = useTranslations("homes");
  const act = plan.act ? (
    <ButtonLink
      href={plan.act.href}
      tone={first ? "primary" : "secondary"}
      size="large"
      icon={<Plus size={20} aria-hidden />}
      className="flex-none"
    >
      {t(`acts.${plan.act.key}` as "acts.desk")}
    </ButtonLink>
  ) : null;
  const [main, ...others] = plan.lists;
  const listOf = (list: CasePlan["lists"][number]) => (
    <CasePreviewList
      key={list.key}
      part={plan.key}
      list={list}
      total={numbers[`${plan.key}.list.${list.key}`] ?? 0}
      manyPlaces={plan.manyPlaces}
    />
  );
  return (
    <section data-density={plan.roomy ? "lapang" : undefined}>
      <PartHeader
        title={t(`parts.${plan.key}.title` as "parts.desk.title")}
        office={office}
        first={first}
        act={act}
      >
        <FigureSentence plan={plan} numbers={numbers} />
      </PartHeader>
      {plan.hearsReferrals ? <ReferralInbox /> : null}
      <div className="flex flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        {main ? listOf(main) : null}
        {others.length > 0 ? (
          <div className={others.length > 1 ? "grid gap-3.5 xl:grid-cols-2" : "grid gap-3.5"}>
            {others.map(listOf)}
          </div>
        ) : null}
        <PartNote plan={plan} />
      </div>
    </section>
  );
}

function PartNote({ plan }: { plan: CasePlan }) {
  const t = useTranslations("homes.parts");
  const key = `${plan.key}.note` as "supervisory.note";
  if (!t.has(key)) return null;
  return (
    <p className="max-w-[72ch] text-12 text-text-2">
      {t.rich(key, { a: (words) => <TextLink href="/lacak">{words}</TextLink> })}
    </p>
  );
}
