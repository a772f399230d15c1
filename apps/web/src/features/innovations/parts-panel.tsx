"use client";

import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useRupiah } from "@/lib/rupiah";
import type { ShownInnovation } from "./innovation-data";
import { PartDialog } from "./part-dialog";
import { type PartKey, partKeys } from "./part-lines";

/** SK, budget by year, team, awards and meetings of an innovation. */
export function PartsPanel({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations");
  const [open, setOpen] = useState<PartKey | null>(null);
  const shown = partKeys.filter((part) => part !== "team" || innovation.seesNames);
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      {shown.map((part) => (
        <Panel
          key={part}
          id={part}
          title={t(`parts.${part}.title`)}
          actions={
            innovation.mayEdit ? (
              <Button
                size="small"
                aria-label={t("edit.of", { what: t(`parts.${part}.title`) })}
                onClick={() => setOpen(part)}
              >
                {t("edit.open")}
              </Button>
            ) : null
          }
        >
          <PartWords innovation={innovation} part={part} />
        </Panel>
      ))}
      {open ? (
        <PartDialog innovation={innovation} part={open} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}

function PartWords({ innovation, part }: { innovation: ShownInnovation; part: PartKey }) {
  const t = useTranslations("innovations");
  const { shortDate } = useFormat();
  const rupiah = useRupiah();
  const { parts } = innovation;
  const day = (text: string) => shortDate(dayOf(text));
  const words: Readonly<Record<PartKey, readonly (readonly [string, string])[]>> = {
    decrees: parts.decrees.map((one) => [
      one.number,
      `${one.subject} · ${day(one.startsOn)} – ${one.endsOn ? day(one.endsOn) : t("parts.noEnd")}`,
    ]),
    budget: parts.budget.map((one) => [`${one.year} · ${rupiah(one.amount)}`, one.source]),
    team: parts.team.map((one) => [one.name, one.position]),
    awards: parts.awards.map((one) => [one.name, `${one.giver} · ${one.year}`]),
    meetings: parts.meetings.map((one) => [one.minutes, day(one.heldOn)]),
  };
  const lines = words[part];
  if (lines.length === 0) return <p className="text-text-2">{t(`parts.${part}.none`)}</p>;
  return (
    <ul className="flex flex-col gap-1.5 text-14">
      {lines.map(([what, more]) => (
        <li key={`${what}|${more}`} className="break-words">
          <b className="font-semibold">{what}</b> <span className="text-text-2">{more}</span>
        </li>
      ))}
    </ul>
  );
}
