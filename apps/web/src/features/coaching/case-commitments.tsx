"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { SectionHeader } from "@rembuk/ui/section-header";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";

/** Promises of a coaching that opened this case; nothing where there are none. */
export function CaseCommitments({ caseId }: { caseId: string }) {
  const t = useTranslations("caseCommitments");
  const { longDate } = useFormat();
  const { data = [] } = useQuery(useTRPC().coaching.ofCase.queryOptions({ caseId }));
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="komitmen-pembinaan" className="flex min-w-0 flex-col gap-2">
      <SectionHeader id="komitmen-pembinaan" title={t("title")} />
      <ul className="divide-y divide-line overflow-hidden rounded-r2 border border-line bg-surface">
        {data.map(({ id, text, status, dueOn, engagementId, innovationName }) => (
          <li key={id} className="flex flex-col gap-0.5 px-3 py-2 text-control">
            <TextLink href={`/pembinaan/${engagementId}`} className="break-words">
              {text}
            </TextLink>
            <span className="text-13 text-text-2">
              {innovationName ? `${innovationName} · ` : ""}
              {status === "verified" ? t("proven") : t("due", { day: longDate(dayOf(dueOn)) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
