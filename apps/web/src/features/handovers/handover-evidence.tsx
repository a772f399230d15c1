"use client";

import { Button } from "@rembuk/ui/button";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { HandoverRow } from "./handover-data";

/** Photo and signature of one record: each is read only when somebody wants to see it, and that is logged. */
export function HandoverEvidence({ evidence }: Pick<HandoverRow, "evidence">) {
  if (evidence.length === 0) return null;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {evidence.map((one) => (
        <Piece key={one.id} {...one} />
      ))}
    </div>
  );
}

function Piece({ id, kind, isThere }: HandoverRow["evidence"][number]) {
  const t = useTranslations("handovers");
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    ...useTRPC().handovers.evidence.queryOptions({ evidenceId: id }),
    enabled: isOpen && isThere,
  });
  const what = t(`evidence.${kind}`);
  if (!isThere)
    return (
      <span className="text-13 text-text-2">
        {what}: {t("evidence.coming")}
      </span>
    );
  return (
    <div>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? "hide" : "show", { what: what.toLowerCase() })}
      </Button>
      {isOpen && found.data ? (
        // biome-ignore lint/performance/noImgElement: it comes sealed out of the database, no server shrinks it
        <img
          src={`data:${found.data.mediaType};base64,${found.data.content}`}
          alt={what}
          className="mt-1.5 max-h-64 max-w-full rounded-r2 border border-line bg-white"
        />
      ) : null}
    </div>
  );
}
