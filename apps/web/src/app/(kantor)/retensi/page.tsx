import { permissions } from "@rembuk/domain/access/permissions";
import { holds } from "@rembuk/domain/access/policy";
import type { Role } from "@rembuk/domain/access/roles";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RetentionScreen } from "@/features/operations/retention-screen";
import { scopesOf } from "@/features/people/scopes-of";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("title") };
}

const readers: Partial<Record<Role, string>> = permissions["retention.read"];

/** What is kept for how long, and what was agreed to let go. */
export default async function RetentionPage() {
  const { actor, places } = await requireSession("retention.read");
  const reading = places.filter(({ role }) => readers[role] !== undefined);
  const ofOffices = reading.filter(({ role }) => readers[role] !== "supervisory");
  // The auditor of a kabupaten sees both.
  const [wide] = reading.filter(({ role }) =>
    ["supervisory", "audited"].includes(readers[role] ?? ""),
  );
  const supervised = wide ? { code: wide.areaCode, name: wide.areaName ?? "" } : null;
  const scopes = ofOffices.length > 0 ? scopesOf(ofOffices, "retention.read") : [];
  if (scopes.length === 0 && supervised === null) notFound();
  return (
    <ClientWords of={["areas", "retention"]}>
      <RetentionScreen
        scopes={scopes}
        supervised={supervised}
        mayReadTrail={holds(actor, "audit.read")}
      />
    </ClientWords>
  );
}
