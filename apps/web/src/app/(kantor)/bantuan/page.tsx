import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgramsScreen } from "@/features/aid/programs-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("aid"))("title") };
}

/** The welfare programs of the reader's kecamatan. */
export default async function ProgramsPage() {
  await requireSession("program.read");
  return (
    <ClientWords of={["aid"]}>
      <ProgramsScreen />
    </ClientWords>
  );
}
