import { holds } from "@rembuk/domain/access/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseAid } from "@/features/aid/case-aid";
import { CaseScreen } from "@/features/cases/case/case-screen";
import { DrawnCase } from "@/features/cases/case/drawn-case";
import { CaseCommitments } from "@/features/coaching/case-commitments";
import { CaseFiles } from "@/features/files/case-files";
import { FilesOnNotes } from "@/features/files/files-on-notes";
import { CaseLetters } from "@/features/letters/case-letters";
import { LettersOnReferrals } from "@/features/letters/letters-on-referrals";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";
import { isPhone } from "@/server/page-data/device-kind";
import { firstCase } from "@/server/page-data/first-case";

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
        "people",
        "replies",
        "reportedUnit",
        "roles",
      ]}
    >
      <DrawnCase key={id} kase={first}>
        <LettersOnReferrals caseId={id}>
          <FilesOnNotes caseId={id}>
            <CaseScreen
              caseId={id}
              readerName={session.actor.name}
              mayBreakGlass={holds(session.actor, "glass.break")}
              files={
                <>
                  <CaseFiles caseId={id} />
                  <CaseLetters caseId={id} />
                  <CaseAid caseId={id} />
                  {holds(session.actor, "coaching.read") ? <CaseCommitments caseId={id} /> : null}
                </>
              }
            />
          </FilesOnNotes>
        </LettersOnReferrals>
      </DrawnCase>
    </ClientWords>
  );
}
