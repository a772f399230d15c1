import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MeetingsScreen } from "@/features/meetings/meetings-screen";
import { officeOfTrips } from "@/features/trips/office-of-trips";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

/** Meetings by field. */
export default async function MeetingsPage() {
  const { actor } = await requireSession("meeting.read");
  const subdistrictCode = officeOfTrips(actor, "meeting.read") ?? notFound();
  return (
    <ClientWords of={["meetings", "papers"]}>
      <MeetingsScreen
        subdistrictCode={subdistrictCode}
        mayRecord={holds(actor, "meeting.record")}
      />
    </ClientWords>
  );
}
