import { programCodeInput } from "@rembuk/domain/aid/commands";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProgramScreen } from "@/features/aid/program-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("aid"))("title") };
}

/** One welfare program. */
export default async function ProgramPage({ params }: { params: Promise<{ kode: string }> }) {
  const { kode } = await params;
  await requireSession("program.read");
  if (!programCodeInput.safeParse(kode).success) notFound();
  return (
    <ClientWords of={["aid"]}>
      <ProgramScreen code={kode} />
    </ClientWords>
  );
}
