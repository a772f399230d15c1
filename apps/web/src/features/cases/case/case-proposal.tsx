"use client";

import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";

/** What waits for the camat: where to, who proposed it, when, and in which words. */
export function CaseProposal({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.proposal");
  const { shortDateTime } = useFormat(kase.calendar.zone);
  const { proposal } = kase.disposition;
  if (proposal === null) return null;
  return (
    <Notice tone={kase.isMyTurn ? "warn" : "info"} title={t("title")}>
      <p>
        {t.rich(proposal.byName === null ? "text" : "textBy", {
          target: proposal.targetName,
          name: proposal.byName ?? "",
          time: shortDateTime(proposal.at),
          b: (words) => <b className="font-semibold">{words}</b>,
        })}
      </p>
      {proposal.instruction ? (
        <p className="mt-1 break-words whitespace-pre-line">“{proposal.instruction}”</p>
      ) : null}
    </Notice>
  );
}
