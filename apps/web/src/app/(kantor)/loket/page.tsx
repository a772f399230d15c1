import { findOffice, listVillages } from "@rembuk/services/areas/queries";
import { listCategoryOptions } from "@rembuk/services/cases/preview-routing";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isDemo } from "@/env";
import { DeskForm } from "@/features/intake/desk-form";
import { requireSession } from "@/server/auth/require-session";
import { serviceContext } from "@/server/service-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake"))("title") };
}

/** The desk of the kecamatan whose triage officer this is. */
export default async function DeskPage() {
  const { actor } = await requireSession("case.open");
  const desk = actor.assignments.find((a) => a.role === "triage-officer");
  if (!desk) notFound();
  const context = serviceContext(actor);
  const [office, villages, categories] = await Promise.all([
    findOffice(context.db, desk.areaCode),
    listVillages(context.db, desk.areaCode),
    listCategoryOptions(context),
  ]);
  return (
    <DeskForm
      userId={actor.userId}
      subdistrictCode={desk.areaCode}
      deskName={office?.deskName ?? ""}
      villages={villages}
      categories={categories}
      demo={isDemo()}
    />
  );
}
