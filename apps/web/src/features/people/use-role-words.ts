"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { areaTitle } from "@/features/areas/area-name";
import { dayOf } from "@/lib/format";
import type { PersonAssignment } from "./people-data";

/** A role, its place and its period in words. */
export function useRoleWords() {
  const t = useTranslations("people");
  const roleName = useTranslations("roles");
  const format = useFormat();
  const day = (text: string) => format.shortDate(dayOf(text));
  return {
    role: ({ role }: PersonAssignment): string => roleName(role),
    place: (a: PersonAssignment): string => {
      const area =
        a.areaCode === ""
          ? t("everywhere")
          : areaTitle({ code: a.areaCode, name: a.areaName ?? a.areaCode });
      const office = a.organizationName ?? a.sectorName;
      return office ? `${office}, ${area}` : area;
    },
    period: ({ startsOn, endsOn }: PersonAssignment): string =>
      endsOn
        ? t("period.between", { from: day(startsOn), to: day(endsOn) })
        : t("period.since", { from: day(startsOn) }),
  };
}
