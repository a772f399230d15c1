import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportScreen } from "@/features/innovations/report-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("innovations"))("report.open") };
}

/** Laporan Indeks Inovasi Daerah of one innovation. */
export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  await requireSession("innovation.read");
  return (
    <ClientWords of={["innovations", "papers"]}>
      <ReportScreen innovationId={(await params).id} />
    </ClientWords>
  );
}
