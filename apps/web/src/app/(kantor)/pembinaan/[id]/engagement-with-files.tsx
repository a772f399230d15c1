"use client";

import { EngagementScreen } from "@/features/coaching/engagement-screen";
import { CommitmentDocuments } from "@/features/documents/commitment-documents";

/** An engagement with the files that were added to its commitments. */
export function EngagementWithFiles({ engagementId }: { engagementId: string }) {
  return (
    <EngagementScreen
      engagementId={engagementId}
      filesOf={(commitmentId) => (
        <CommitmentDocuments engagementId={engagementId} commitmentId={commitmentId} />
      )}
    />
  );
}
