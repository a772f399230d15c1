import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DevicesScreen } from "@/features/people/devices-screen";
import { scopesOf } from "@/features/people/scopes-of";
import { tabRightsOf } from "@/features/people/tab-rights";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("tabs.devices") };
}

/** Devices that hold work of the office. */
export default async function DevicesPage() {
  const { actor, places } = await requireSession("device.revoke");
  return (
    <ClientWords of={["people"]}>
      <DevicesScreen
        scope={scopesOf(places, "device.revoke")[0]}
        rights={{
          ...tabRightsOf(actor),
          userId: actor.userId,
          mayInvite: holds(actor, "user.invite"),
          mayAssign: holds(actor, "user.assign"),
          mayReset: holds(actor, "user.reset"),
          mayRecordAbsence: holds(actor, "absence.record"),
          keepsAccounts: holds(actor, "user.end"),
        }}
      />
    </ClientWords>
  );
}
