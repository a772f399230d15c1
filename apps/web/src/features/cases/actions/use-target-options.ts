"use client";

import { sections } from "@rembuk/domain/cases/routing";
import type { ComboboxOption } from "@rembuk/ui/combobox";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/lib/trpc";

const HOUR = { staleTime: 3_600_000 };

/** Is it a section of the kecamatan itself? */
export const isSection = (code: string): boolean => (sections as readonly string[]).includes(code);

/**
 * Whom a case can be given to: sections of the kecamatan first, then every sector; its own sector
 * codes are its sections.
 * @param reported the unit complained of, which never holds the case
 */
export function useTargetOptions(reported: string | null): readonly ComboboxOption[] {
  const t = useTranslations("caseActions.fields.target");
  const sectors = useQuery(useTRPC().areas.sectors.queryOptions(undefined, HOUR));
  return useMemo(() => {
    const rank = (code: string) => (isSection(code) ? 0 : 1);
    return (sectors.data ?? [])
      .filter(({ code }) => !code.startsWith("KEC_") && code !== reported)
      .sort((a, b) => rank(a.code) - rank(b.code) || a.name.localeCompare(b.name, "id"))
      .map(({ code, name }) => ({
        value: code,
        label: name,
        note: `, ${code.replaceAll("_", " ")}`,
        detail: t(isSection(code) ? "section" : "sector"),
      }));
  }, [sectors.data, reported, t]);
}
