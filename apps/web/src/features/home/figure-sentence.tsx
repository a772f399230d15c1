"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { caseListHref } from "@/features/board/case-list-href";
import { FigureLink } from "@/features/board/figure-link";
import { useTRPC } from "@/lib/trpc";
import type { CasePlan } from "./home-plans";

const LOOK =
  "max-w-[46em] text-18 leading-7 font-semibold tracking-[-0.02em] text-pretty sm:text-[23px] sm:leading-8";

/** No figure to tell; a referral of a case that is too secret to be counted may wait all the same. */
function CalmSentence({ plan }: { plan: CasePlan }) {
  const t = useTranslations("homes");
  const options = useTRPC().referrals.mine.queryOptions();
  const mine = useQuery({ ...options, enabled: plan.hearsReferrals ?? false });
  const count = mine.data?.length ?? 0;
  return (
    <p className={LOOK}>
      {count > 0 ? t("referralsRun", { count }) : t(`parts.${plan.key}.calm` as "parts.desk.calm")}
    </p>
  );
}

/** "7 menunggu diverifikasi, 2 lewat tenggat.": each number opens exactly the cases it counts. */
export function FigureSentence({
  plan,
  numbers,
}: {
  plan: CasePlan;
  numbers: Readonly<Record<string, number>>;
}) {
  const t = useTranslations("homes");
  const told = plan.figures.flatMap((figure) => {
    const count = numbers[`${plan.key}.${figure.key}`] ?? 0;
    return count > 0 ? [{ figure, count }] : [];
  });
  if (told.length === 0) {
    return <CalmSentence plan={plan} />;
  }
  return (
    <p className={LOOK}>
      {told.map(({ figure, count }, at) => (
        <Fragment key={figure.key}>
          {at > 0 ? ", " : null}
          {t.rich(`figures.${figure.key}` as "figures.late", {
            count,
            a: (words: ReactNode) => (
              <FigureLink
                href={caseListHref(figure.filter)}
                tone={figure.tone === "bad" ? "bad" : "plain"}
              >
                {words}
              </FigureLink>
            ),
          })}
        </Fragment>
      ))}
      .
    </p>
  );
}
