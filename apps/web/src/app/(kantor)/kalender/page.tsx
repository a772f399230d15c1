import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarScreen } from "@/features/calendars/calendar-screen";
import { BackToOnboarding } from "@/features/onboarding/back-link";
import { tabRightsOf } from "@/features/people/tab-rights";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { officeOf } from "@/server/page-data/office";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

interface CalendarPageProps {
  searchParams: Promise<{ kec?: string }>;
}

/** The calendar by which the reader's office counts: master data that everybody may look up. */
export default async function CalendarPage({ searchParams }: CalendarPageProps) {
  const { actor, places } = await requireSession();
  const place = places[0];
  // Whoever works in a village counts by the calendar of its kecamatan.
  const code = (place?.areaCode ?? "").slice(0, 8);
  const isVillage = (place?.areaCode.length ?? 0) > code.length;
  const name = (isVillage ? place?.parentName : place?.areaName) ?? "";
  const asked = (await searchParams).kec;
  const office = asked && asked.length === 8 ? await officeOf(asked) : null;
  return (
    <ClientWords of={["areas", "calendar", "onboarding", "people"]}>
      {office ? <BackToOnboarding areaCode={office.code} /> : null}
      <CalendarScreen
        area={{ code, name }}
        start={code === "" && office ? office : undefined}
        year={new Date().getFullYear()}
        rights={tabRightsOf(actor)}
      />
    </ClientWords>
  );
}
