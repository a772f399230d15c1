import { areasOf } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RequestsScreen } from "@/features/beneficiaries/requests-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry"))("requests.title") };
}

/** What people of the registry ask about their own data. */
export default async function SubjectRequestsPage() {
  const { actor } = await requireSession("subject-request.read");
  if (areasOf(actor, "subject-request.read").length === 0) notFound();
  return (
    <ClientWords of={["registry"]}>
      <RequestsScreen />
    </ClientWords>
  );
}
