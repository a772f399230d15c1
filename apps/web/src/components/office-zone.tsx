"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, use, useMemo } from "react";
import * as format from "@/lib/format";

const OfficeZone = createContext<format.Zone>("WIB");

/** The zone of the reader's office: every time below it is written in it. */
export function OfficeZoneProvider({ zone, children }: { zone: format.Zone; children: ReactNode }) {
  return <OfficeZone value={zone}>{children}</OfficeZone>;
}

/** The formatters in the reader's language and, unless another is given, the office's zone. */
export function useFormat(ownZone?: format.Zone) {
  const language = useLocale();
  const office = use(OfficeZone);
  const zone = ownZone ?? office;
  return useMemo(
    () => ({
      zone,
      longDate: (date: Date) => format.longDate(date, zone, language),
      shortDate: (date: Date) => format.shortDate(date, zone, language),
      narrowDate: (date: Date) => format.narrowDate(date, zone, language),
      shortDay: (date: Date) => format.shortDay(date, zone, language),
      clockTime: (date: Date) => format.clockTime(date, zone, language),
      longDateTime: (date: Date) => format.longDateTime(date, zone, language),
      shortDateTime: (date: Date) => format.shortDateTime(date, zone, language),
      number: (value: number) => format.number(value, language),
    }),
    [zone, language],
  );
}
