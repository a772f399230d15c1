"use client";

import type { ComboboxOption } from "@rembuk/ui/combobox";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";

/** The units of a kecamatan that a case may complain of, as a combobox takes them. */
export function useReportedUnits(subdistrictCode: string): readonly ComboboxOption[] {
  const t = useTranslations("reportedUnit");
  const units = useQuery(
    useTRPC().cases.reportedUnits.queryOptions({ subdistrictCode }, { staleTime: 3_600_000 }),
  );
  return (units.data ?? []).map(({ key, name, kind }) => ({
    value: key,
    label: name,
    detail: t(`kinds.${kind}`),
  }));
}
