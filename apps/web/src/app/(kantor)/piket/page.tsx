import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DutyScreen } from "@/features/duty/duty-screen";
import { tabRightsOf } from "@/features/people/tab-rights";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { dutyOffices } from "@/server/page-data/duty";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duty"))("title") };
}

/** The duty roster of the kecamatan that the reader works in or for. */
export default async function DutyPage() {
  const { actor } = await requireSession("duty.read");
  const [first, ...others] = await dutyOffices(actor);
  if (!first) notFound();
  return (
    <ClientWords of={["duty", "people", "roles"]}>
      <DutyScreen offices={[first, ...others]} rights={tabRightsOf(actor)} />
    </ClientWords>
  );
}
