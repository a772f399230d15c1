import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isDemo } from "@/env";
import { MailboxScreen } from "@/features/operations/mailbox-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operations"))("mailbox.title") };
}

/** Demonstration only: the local mailbox. */
export default async function MailboxPage() {
  await requireSession();
  if (!isDemo()) notFound();
  return (
    <ClientWords of={["operations"]}>
      <MailboxScreen />
    </ClientWords>
  );
}
