"use client";

import type { CaseListItem } from "@rembuk/services/cases/queries";
import { TextLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { BoardCase } from "@/features/board/board-data";
import { CaseTable } from "@/features/board/case-table";

/** A row of the queue as the boards' table takes it. */
const toBoardCase = (item: CaseListItem): BoardCase => ({
  ...item,
  holder: { kind: item.holderKind, code: item.holderCode, name: item.holderName },
});

/** One part of the village's cases, with both clocks; what does not fit is a door to the queue. */
export function VillageCasesPanel({
  part,
  items,
  total,
  allHref,
}: {
  part: "waiting" | "open" | "ended";
  items: readonly CaseListItem[];
  total: number;
  allHref: string;
}) {
  const t = useTranslations("villageSheet");
  const rest = total - items.length;
  return (
    <Panel
      id={`kasus-${part}`}
      flush
      title={t(`${part}.title`)}
      note={part === "waiting" ? undefined : t(`${part}.note`)}
      actions={<span className="text-12 text-text-2">{total}</span>}
    >
      {items.length === 0 ? (
        <p className="px-4 py-3 text-control text-text-2">{t(`${part}.none`)}</p>
      ) : (
        <CaseTable cases={items.map(toBoardCase)} caption={t(`${part}.title`)} ofOneVillage />
      )}
      {rest > 0 ? (
        <p className="border-t border-line px-4 py-2 text-12">
          <TextLink href={allHref}>{t("more", { count: rest })}</TextLink>
        </p>
      ) : null}
    </Panel>
  );
}
