import { cycleInput } from "@rembuk/domain/aid/commands";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CycleScreen } from "@/features/aid/cycle-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("aid.entitlement"))("ofCycle") };
}

/** One cycle of a welfare program. */
export default async function CyclePage({ params }: { params: Promise<{ putaran: string }> }) {
  const { putaran } = await params;
  await requireSession("entitlement.read");
  if (!cycleInput.safeParse({ cycleId: putaran }).success) notFound();
  return (
    <ClientWords of={["aid"]}>
      <CycleScreen cycleId={putaran} />
    </ClientWords>
  );
}
