import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditScreen } from "@/features/operations/audit-screen";
import { scopesOf } from "@/features/people/scopes-of";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** Who did what, for those who answer for a kecamatan. */
export default async function AuditPage() {
  const { actor, places } = await requireSession("audit.read");
  return (
    <ClientWords of={["areas", "audit", "roles"]}>
      <AuditScreen
        scopes={scopesOf(places, "audit.read")}
        mayReadRetention={holds(actor, "retention.read")}
      />
    </ClientWords>
  );
}
