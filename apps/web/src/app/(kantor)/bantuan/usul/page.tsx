import { caseAidInput } from "@rembuk/domain/aid/commands";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FromCaseScreen } from "@/features/aid/from-case-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("aid"))("fromCase.title") };
}

interface Asked {
  searchParams: Promise<{ kasus?: string | string[] }>;
}

/** A request for welfare becomes a nomination. */
export default async function FromCasePage({ searchParams }: Asked) {
  await requireSession("enrollment.nominate");
  const asked = caseAidInput.safeParse({ caseId: (await searchParams).kasus });
  if (!asked.success) notFound();
  return (
    <ClientWords of={["aid"]}>
      <FromCaseScreen caseId={asked.data.caseId} />
    </ClientWords>
  );
}
