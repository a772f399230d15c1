import { PageHeader } from "@rembuk/ui/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { YearsPanel } from "@/features/innovations/years-panel";
import { CriteriaPanel } from "@/features/sustainability/criteria-panel";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assessment"))("title") };
}

/** What innovations are held against: criteria of reviews, and the years of the national index. */
export default async function AssessmentPage() {
  await requireSession("review.criteria");
  const t = await getTranslations("assessment");
  return (
    <ClientWords of={["assessment"]}>
      <div className="min-h-full bg-canvas">
        <PageHeader title={t("title")} lead={t("lead")} />
        <div className="grid items-start gap-3.5 px-4 py-3.5 sm:px-7 lg:grid-cols-[minmax(0,1fr)_400px]">
          <CriteriaPanel />
          <YearsPanel />
        </div>
      </div>
    </ClientWords>
  );
}
