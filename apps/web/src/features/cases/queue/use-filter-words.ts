"use client";

import { ageStarts } from "@rembuk/domain/calendars/case-spans";
import type { DayRange } from "@rembuk/domain/cases/list-filters";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import type { QueueFilters } from "./queue-view";

const HOUR_MS = 3_600_000;

/** Names of sectors, kecamatan and officers for the filters; asked for once one of them is needed. */
export function useFilterChoices(isNeeded: boolean) {
  const trpc = useTRPC();
  return useQuery(
    trpc.cases.filterChoices.queryOptions(undefined, { staleTime: HOUR_MS, enabled: isNeeded }),
  );
}

type ExtraName =
  | "age"
  | "subdistricts"
  | "sectors"
  | "units"
  | "person"
  | "received"
  | "due"
  | "isEscalated";

/** A filter beside the fixed ones, as it is shown and taken off. */
export interface ExtraFilter {
  readonly name: ExtraName;
  readonly label: string;
  readonly value: string;
  readonly without: Partial<QueueFilters>;
}

const firstAndMore = (names: readonly string[]): string =>
  names.length > 2 ? `${names[0]} +${names.length - 1}` : names.join(", ");

/** A range of days in words. */
function useRangeWords() {
  const t = useTranslations("queue.range");
  const { shortDate } = useFormat();
  return ({ from, to }: DayRange): string => {
    const day = (date: string | undefined) => (date ? shortDate(dayOf(date)) : "");
    return t(from && to ? "both" : from ? "from" : "to", { from: day(from), to: day(to) });
  };
}

/** "4–7 hari kerja", of a place in `ageStarts`. */
export function useAgeWords() {
  const t = useTranslations("queue.age");
  return (age: number): string => {
    const [from = 0, next] = ageStarts.slice(age, age + 2);
    return next === undefined
      ? t("over", { days: from - 1 })
      : t("between", { from, to: next - 1 });
  };
}

/** The filters in force beside the fixed ones, in the order of the address. */
export function useExtraFilters(filters: QueueFilters): readonly ExtraFilter[] {
  const t = useTranslations("queue");
  const range = useRangeWords();
  const { subdistricts, sectors, units, age, person, received, due, isEscalated } = filters;
  const ageWords = useAgeWords();
  const isNamed = subdistricts.length + sectors.length + units.length > 0;
  const choices = useFilterChoices(isNamed || (person !== null && person !== "me")).data;
  const sectorName = (code: string) =>
    choices?.sectors.find((sector) => sector.code === code)?.name ?? code;
  const placeName = (code: string) =>
    choices?.subdistricts.find((place) => place.code === code)?.name ?? code;
  const officer = choices?.officers.find(({ userId }) => userId === person)?.name;
  const shown: [ExtraName, string | null, Partial<QueueFilters>][] = [
    ["subdistricts", firstAndMore(subdistricts.map(placeName)), { subdistricts: [] }],
    ["sectors", firstAndMore(sectors.map(sectorName)), { sectors: [] }],
    ["units", firstAndMore(units.map(sectorName)), { units: [] }],
    ["age", age === null ? null : ageWords(age), { age: null }],
    [
      "person",
      person === "me" ? t("window.me") : person && (officer ?? t("officerElsewhere")),
      { person: null },
    ],
    ["received", received && range(received), { received: null }],
    ["due", due && range(due), { due: null }],
    ["isEscalated", isEscalated ? t("escalatedYes") : null, { isEscalated: false }],
  ];
  return shown.flatMap(([name, value, without]) =>
    value
      ? [
          {
            name,
            value,
            without,
            label: t(`filter.${name}`),
          },
        ]
      : [],
  );
}
