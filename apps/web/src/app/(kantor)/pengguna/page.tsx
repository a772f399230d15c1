import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackToOnboarding } from "@/features/onboarding/back-link";
import { PeopleScreen } from "@/features/people/people-screen";
import { scopesOf } from "@/features/people/scopes-of";
import { tabRightsOf } from "@/features/people/tab-rights";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

interface PeoplePageProps {
  searchParams: Promise<{ dari?: string }>;
}

/** People of the reader's area, and what an administrator does with their accounts. */
export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const { actor, places } = await requireSession("user.read");
  const { dari } = await searchParams;
  const isFromOnboarding = dari !== undefined && /^[\d.]{8}$/.test(dari);
  return (
    <ClientWords of={["areas", "onboarding", "people", "roles"]}>
      {isFromOnboarding ? <BackToOnboarding areaCode={dari} /> : null}
      <PeopleScreen
        scopes={scopesOf(places, "user.read")}
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
