import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InnovationDocuments } from "@/features/documents/innovation-documents";
import { InnovationScreen } from "@/features/innovations/innovation-screen";
import { ReviewsPanel } from "@/features/sustainability/reviews-panel";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("innovations"))("one") };
}

/** One innovation. */
export default async function InnovationPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await requireSession("innovation.read");
  const innovationId = (await params).id;
  const may = {
    ...{ cases: holds(actor, "case.read"), trips: holds(actor, "trip.read") },
    coaching: holds(actor, "coaching.read"),
  };
  return (
    <ClientWords of={["documents", "files", "innovations", "reviews"]}>
      <InnovationScreen
        innovationId={innovationId}
        may={may}
        documents={<InnovationDocuments innovationId={innovationId} />}
        reviews={holds(actor, "review.read") ? <ReviewsPanel innovationId={innovationId} /> : null}
      />
    </ClientWords>
  );
}
