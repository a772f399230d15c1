"use client";

import { Avatar } from "@rembuk/ui/avatar";
import { useLocale, useTranslations } from "next-intl";
import { listOf } from "@/lib/list-of";
import { useEnterCase, usePresent } from "./use-presence";

/** "Juga dibuka oleh Nurlaila": so that two people do not answer one case at once. */
export function CasePresence(props: { caseId: string; isEntered?: boolean }) {
  const t = useTranslations("case");
  const names = usePresent(props.caseId, props.isEntered ?? false);
  const language = useLocale();
  return (
    <span role="status" className="min-w-0">
      {names.length > 0 ? (
        <span className="flex min-w-0 items-center gap-1.5 text-12 text-text-2">
          <span className="flex flex-none -space-x-1">
            {names.slice(0, 3).map((name) => (
              <Avatar key={name} name={name} size={18} />
            ))}
          </span>
          <span className="min-w-0 truncate">
            {t("present", { names: listOf(names, language) })}
          </span>
        </span>
      ) : null}
    </span>
  );
}

/** The page of a case: its reader is present, and sees who is. */
export function EnteredCase({ caseId }: { caseId: string }) {
  useEnterCase(caseId);
  return <CasePresence caseId={caseId} isEntered />;
}
