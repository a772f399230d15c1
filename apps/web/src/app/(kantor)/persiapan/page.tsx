import { canInArea } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OnboardingScreen } from "@/features/onboarding/onboarding-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("onboarding"))("title") };
}

/** From a kecamatan's code to its first case, step by step. */
export default async function OnboardingPage() {
  const { actor } = await requireSession("office.prepare");
  const mayAssign = canInArea(actor, "user.assign", { areaCode: "" });
  return (
    <ClientWords of={["areas", "imports", "onboarding", "roles"]}>
      <OnboardingScreen isAbove={mayAssign} />
    </ClientWords>
  );
}
