import { areasOf } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HouseholdsScreen } from "@/features/beneficiaries/households-screen";
import { FamilyExport } from "@/features/papers/family-export";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry"))("title") };
}

/** The families of the reader's villages. */
export default async function HouseholdsPage() {
  const { actor } = await requireSession("resident.read");
  if (areasOf(actor, "resident.read").length === 0) notFound();
  const [exportArea] = areasOf(actor, "household.export");
  return (
    <ClientWords of={["papers", "registry"]}>
      <HouseholdsScreen
        maySave={areasOf(actor, "household.save").length > 0}
        mayImport={areasOf(actor, "household.import").length > 0}
        mayDecide={areasOf(actor, "resident.merge").length > 0}
      >
        {exportArea ? <FamilyExport areaCode={exportArea} /> : null}
      </HouseholdsScreen>
    </ClientWords>
  );
}
