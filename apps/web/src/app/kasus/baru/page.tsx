import { permissions } from "@rembuk/domain/access/permissions";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemoBanner } from "@/components/app-shell/demo-banner";
import { CallProvider } from "@/components/call-provider";
import { OfficeZoneProvider } from "@/components/office-zone";
import { isDemo } from "@/env";
import { NewProblem } from "@/features/village/new-problem";
import { isVillageCode } from "@/features/village/village-place";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { newProblemData } from "@/server/page-data/intake";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("village.form"))("title") };
}

/** A problem of one's own village; a sector partner chooses one of its regency. */
export default async function NewProblemPage() {
  const { actor, places } = await requireSession("case.open");
  const opening = actor.assignments.filter((a) => a.role in permissions["case.open"]);
  const own = opening.filter((a) => isVillageCode(a.areaCode)).map((a) => a.areaCode);
  const regency = opening.find((a) => !isVillageCode(a.areaCode) && a.role !== "triage-officer");
  if (own.length === 0 && !regency) redirect("/loket");
  const { villages, categories } = await newProblemData(actor, own);
  const demo = isDemo();
  return (
    <ClientWords of={["case", "duplicates", "errors", "intake", "reportedUnit", "village"]}>
      <CallProvider>
        <OfficeZoneProvider zone={places[0]?.zone ?? "WIB"}>
          <div className="flex h-dvh flex-col bg-canvas">
            {demo ? <DemoBanner /> : null}
            <main className="flex min-h-0 flex-1 flex-col">
              <NewProblem
                userId={actor.userId}
                villages={villages}
                searchUnder={own.length === 0 && regency ? regency.areaCode.slice(0, 5) : null}
                categories={categories}
                demo={demo}
              />
            </main>
          </div>
        </OfficeZoneProvider>
      </CallProvider>
    </ClientWords>
  );
}
