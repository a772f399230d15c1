import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { isPhone } from "@/server/page-data/device-kind";
import { firstCase } from "@/server/page-data/first-case";
import { CaseBehind } from "./case-behind";

export async function generateMetadata(): Promise<Metadata> {
  // The number would have to be read, and reading a secret case is recorded.
  return { title: (await getTranslations("queue"))("columns.case") };
}

/** One case. What the reader may see of it, the server decides per call. */
export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const session = await requireSession("case.read");
  const { id } = await params;
  const first = (await isPhone()) ? await firstCase(session.actor, id) : null;
  return (
    <ClientWords
      of={[
        "caseAid",
        "caseCommitments",
        "duplicates",
        "files",
        "glass",
        "letters",
        "replies",
        "reportedUnit",
        "roles",
      ]}
    >
      <CaseBehind
        caseId={id}
        first={first}
        readerName={session.actor.name}
        mayBreakGlass={holds(session.actor, "glass.break")}
        readsCoaching={holds(session.actor, "coaching.read")}
      />
    </ClientWords>
  );
}
