"use client";

import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import { RevokeGlassDialog } from "./revoke-glass-dialog";

type Opening = CaseDetail["glass"][number];

/** Asks for the case again when an opening has lapsed: for who had it, it is gone then. */
function useLapse(kase: CaseDetail) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const next = Math.min(...kase.glass.map((opening) => opening.until.getTime()));
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    const again = () => client.invalidateQueries(trpc.cases.show.queryFilter({ caseId: kase.id }));
    const timer = setTimeout(() => void again(), Math.max(0, next - Date.now()) + 1_000);
    return () => clearTimeout(timer);
  }, [client, trpc, kase.id, next]);
}

/** Who has this case open by break-glass, told to everybody who reads it. */
export function GlassNotice({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("glass.notice");
  const { longDateTime } = useFormat(kase.calendar.zone);
  const [ending, setEnding] = useState<Opening | null>(null);
  useLapse(kase);
  if (kase.glass.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-2 sm:px-6">
      {kase.glass.map((opening) => (
        <Notice
          key={opening.id}
          tone="warn"
          title={t("title", { name: opening.openerName, until: longDateTime(opening.until) })}
          actions={
            opening.mayRevoke ? (
              <Button size="small" onClick={() => setEnding(opening)}>
                {t(opening.isMine ? "giveBack" : "revoke")}
              </Button>
            ) : null
          }
        >
          {t(opening.isMine ? "textMine" : "text")}
        </Notice>
      ))}
      {ending ? (
        <RevokeGlassDialog
          openingId={ending.id}
          name={ending.openerName}
          isMine={ending.isMine}
          onClose={() => setEnding(null)}
        />
      ) : null}
    </div>
  );
}
