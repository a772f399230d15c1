import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isDemo } from "@/env";
import { DeskForm } from "@/features/intake/desk-form";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { deskData } from "@/server/page-data/intake";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake"))("title") };
}

/** The desk of the kecamatan whose triage officer this is. */
export default async function DeskPage() {
  const { actor } = await requireSession("case.open");
  const desk = actor.assignments.find((a) => a.role === "triage-officer");
  if (!desk) notFound();
  const { deskName, villages, categories } = await deskData(actor, desk.areaCode);
  return (
    <ClientWords of={["duplicates", "intake", "reportedUnit"]}>
      <DeskForm
        userId={actor.userId}
        subdistrictCode={desk.areaCode}
        deskName={deskName}
        villages={villages}
        categories={categories}
        demo={isDemo()}
      />
    </ClientWords>
  );
}
