import { canInArea } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { VillageOutreach } from "@/features/trips/village-outreach";
import { isVillageCode } from "@/features/village/village-place";
import { VillageSheetScreen } from "@/features/villages/village-sheet-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("villageSheet"))("title") };
}

/** Lembar desa. A village out of reach does not exist for the reader. */
export default async function VillageSheetPage({ params }: { params: Promise<{ kode: string }> }) {
  const { kode } = await params;
  const { actor } = await requireSession("village-sheet.read");
  if (!isVillageCode(kode) || !canInArea(actor, "village-sheet.read", { areaCode: kode }))
    notFound();
  return (
    <ClientWords of={["board", "outreach", "papers", "roles", "villageSheet"]}>
      <VillageSheetScreen
        villageCode={kode}
        mayEdit={canInArea(actor, "village-facts.save", { areaCode: kode })}
      />
      {canInArea(actor, "outreach.read", { areaCode: kode }) ? (
        <VillageOutreach
          villageCode={kode}
          mayRecord={canInArea(actor, "outreach.record", { areaCode: kode })}
        />
      ) : null}
    </ClientWords>
  );
}
