import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { env, isDemo } from "@/env";
import { CaseFiles } from "@/features/files/case-files";
import { ReceiptPage } from "@/features/receipt/receipt-page";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { receiptData } from "@/server/page-data/receipt";

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
  const { found, office, texts } = await receiptData(actor, id);
  const isDesk = actor.assignments.some((a) => a.role === "triage-officer");
  return (
    <ClientWords of={["files", "receipt"]}>
      <ReceiptPage
        caseId={id}
        number={found?.number ?? null}
        facts={found?.facts ?? null}
        office={office}
        texts={texts}
        publicUrl={env().PUBLIC_URL}
        demo={isDemo()}
        files={<CaseFiles caseId={id} />}
        next={isDesk ? "desk" : "village"}
      />
    </ClientWords>
  );
}
