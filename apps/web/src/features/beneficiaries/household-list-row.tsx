"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Chip } from "@rembuk/ui/chip";
import { ChevronRight, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HouseholdRow } from "./registry-data";
import { useRegistryWords } from "./use-registry-words";

/** One household: its head, where it lives, how many it is, and what is to be looked at. */
export function HouseholdListRow({ row }: { row: HouseholdRow }) {
  const t = useTranslations("registry");
  const words = useRegistryWords();
  return (
    <li>
      <AppLink
        href={`/keluarga/${row.id}`}
        className="flex min-h-14 items-center gap-3 px-3 py-2 text-text no-underline hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-semibold break-words">{row.headName}</span>
          <span className="block text-12 break-words text-text-2">
            {words.place(row)} · {t("memberCount", { count: row.members })}
          </span>
          <span className="block font-mono text-12 text-text-3">
            {row.maskedCard ?? t("noCard")}
          </span>
        </span>
        <span className="flex flex-col items-end gap-1">
          {row.withoutNik > 0 ? <Chip>{t("withoutNik", { count: row.withoutNik })}</Chip> : null}
          {row.odd > 0 ? (
            <Chip tone="warn" icon={<TriangleAlert size={12} aria-hidden />}>
              {t("odd", { count: row.odd })}
            </Chip>
          ) : null}
        </span>
        <ChevronRight size={16} aria-hidden className="flex-none text-text-3" />
      </AppLink>
    </li>
  );
}
