import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarScreen } from "@/features/calendars/calendar-screen";
import { tabRightsOf } from "@/features/people/tab-rights";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

/** The calendar by which the reader's office counts: master data that everybody may look up. */
export default async function CalendarPage() {
  const { actor, places } = await requireSession();
  const place = places[0];
  // Whoever works in a village counts by the calendar of its kecamatan.
  const code = (place?.areaCode ?? "").slice(0, 8);
  const isVillage = (place?.areaCode.length ?? 0) > code.length;
  const name = (isVillage ? place?.parentName : place?.areaName) ?? "";
  return (
    <CalendarScreen
      area={{ code, name }}
      year={new Date().getFullYear()}
      rights={tabRightsOf(actor)}
    />
  );
}
