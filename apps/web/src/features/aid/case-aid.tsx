"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { ButtonLink } from "@rembuk/ui/button";
import { SectionHeader } from "@rembuk/ui/section-header";
import { useQuery } from "@tanstack/react-query";
import { HandHeart } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { useCase } from "../cases/case/use-case";

/** What a request for welfare became in the aid programs, or the way there. Nothing on other cases. */
export function CaseAid({ caseId }: { caseId: string }) {
  const kind = useCase(caseId).data?.kind;
  return kind === "welfare_request" ? <Nominations caseId={caseId} /> : null;
}

function Nominations({ caseId }: { caseId: string }) {
  const t = useTranslations("caseAid");
  const { data } = useQuery(useTRPC().aid.ofCase.queryOptions({ caseId }));
  if (!data || (data.enrollments.length === 0 && !data.mayNominate)) return null;
  return (
    <section aria-labelledby="usulan-bantuan" className="flex min-w-0 flex-col gap-2">
      <SectionHeader id="usulan-bantuan" title={t("title")} />
      {data.enrollments.length > 0 ? (
        <ul className="divide-y divide-line overflow-hidden rounded-r2 border border-line bg-surface">
          {data.enrollments.map((one) => (
            <li key={one.id} className="flex flex-wrap gap-x-3 gap-y-1 px-3 py-2 text-control">
              <TextLink href={`/keluarga/${one.householdId}`}>
                {t("of", { name: one.residentName, program: one.programName })}
              </TextLink>
              <span className="text-text-2">{t(`status.${one.status}`)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-control text-text-2">{t("none")}</p>
      )}
      {data.mayNominate ? (
        <ButtonLink
          href={`/bantuan/usul?kasus=${caseId}`}
          size="small"
          icon={<HandHeart size={14} aria-hidden />}
          className="self-start"
        >
          {t("nominate")}
        </ButtonLink>
      ) : null}
    </section>
  );
}
