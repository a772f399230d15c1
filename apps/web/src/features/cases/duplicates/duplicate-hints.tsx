"use client";

import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { HintPreview } from "./hint-preview";
import type { DuplicateHint } from "./use-duplicate-hints";
import { useWhyAlike } from "./use-why-alike";

interface DuplicateHintsProps {
  hints: readonly DuplicateHint[];
  level?: 2 | 3;
  /** What to do with one that the reader may let carry the report; absent: only to look at. */
  join?: { readonly label: string; readonly run: (hint: DuplicateHint) => void };
}

/** Reports that stand already and may be of the same matter; nothing when there are none. */
export function DuplicateHints({ hints, level = 2, join }: DuplicateHintsProps) {
  const t = useTranslations("duplicates");
  const status = useTranslations("case.status");
  const why = useWhyAlike();
  const { shortDate } = useFormat();
  const [seen, setSeen] = useState<DuplicateHint | null>(null);
  return (
    <div role="status">
      {hints.length > 0 ? (
        <Panel id="mirip" level={level} title={t("title")} tone="brand" flush>
          <ul className="divide-y divide-line">
            {hints.map((hint) => (
              <li key={hint.id} className="flex flex-col gap-1 px-3 py-2.5">
                <p className="flex flex-wrap items-baseline gap-x-2 text-meta text-text-2">
                  <span className="font-mono">{hint.number}</span>
                  <span>{status(hint.status)}</span>
                  <span>{shortDate(hint.receivedAt)}</span>
                </p>
                <p className="text-control font-semibold break-words">{hint.title}</p>
                <p className="text-meta text-text-2">
                  {hint.villageName}. {t("because", { why: why(hint) })}
                </p>
                <p className="flex flex-wrap gap-2 pt-0.5">
                  <Button size="small" onClick={() => setSeen(hint)}>
                    {t("look")} <span className="sr-only">{hint.number}</span>
                  </Button>
                  {join && hint.mayJoin ? (
                    <Button size="small" tone="quiet" onClick={() => join.run(hint)}>
                      {join.label} <span className="sr-only">{hint.number}</span>
                    </Button>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
          <p className="border-t border-line px-3 py-2 text-meta text-text-2">{t("goOn")}</p>
        </Panel>
      ) : null}
      {seen ? <HintPreview hint={seen} join={join} onClose={() => setSeen(null)} /> : null}
    </div>
  );
}
