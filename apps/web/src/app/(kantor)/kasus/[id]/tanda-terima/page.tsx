import { findOffice } from "@rembuk/services/areas/queries";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { env, isDemo } from "@/env";
import { findReceiptCase } from "@/features/receipt/receipt-facts";
import { ReceiptPage } from "@/features/receipt/receipt-page";
import { requireSession } from "@/server/auth/require-session";
import { serviceContext } from "@/server/service-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipt"))("title") };
}

interface ReceiptParams {
  params: Promise<{ id: string }>;
}

export default async function CaseReceiptPage({ params }: ReceiptParams) {
  const { id } = await params;
  const { actor } = await requireSession("case.open");
  if (!z.uuid().safeParse(id).success) notFound();
  const context = serviceContext(actor);
  const assignment = actor.assignments.find((a) => a.areaCode.length >= 8);
  const [found, office] = await Promise.all([
    findReceiptCase(context, id),
    findOffice(context.db, assignment?.areaCode.slice(0, 8) ?? ""),
  ]);
  const isDesk = actor.assignments.some((a) => a.role === "triage-officer");
  return (
    <ReceiptPage
      caseId={id}
      number={found?.number ?? null}
      facts={found?.facts ?? null}
      office={office}
      publicUrl={env().PUBLIC_URL}
      demo={isDemo()}
      next={isDesk ? "desk" : "village"}
    />
  );
}
