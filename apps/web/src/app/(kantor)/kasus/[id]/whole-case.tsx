"use client";

import { CaseAid } from "@/features/aid/case-aid";
import { CaseScreen } from "@/features/cases/case/case-screen";
import { DrawnCase } from "@/features/cases/case/drawn-case";
import type { CaseDetail } from "@/features/cases/case-data";
import { CaseCommitments } from "@/features/coaching/case-commitments";
import { CaseFiles } from "@/features/files/case-files";
import { FilesOnNotes } from "@/features/files/files-on-notes";
import { CaseLetters } from "@/features/letters/case-letters";
import { LettersOnReferrals } from "@/features/letters/letters-on-referrals";

export interface WholeCaseProps {
  caseId: string;
  /** As the server has read it, to be drawn with the page; null: the browser reads it. */
  first: CaseDetail | null;
  readerName: string;
  mayBreakGlass: boolean;
  readsCoaching: boolean;
}

/** A case with what the other slices hang on it. */
export function WholeCase(props: WholeCaseProps) {
  const { caseId } = props;
  return (
    <DrawnCase kase={props.first}>
      <LettersOnReferrals caseId={caseId}>
        <FilesOnNotes caseId={caseId}>
          <CaseScreen
            caseId={caseId}
            readerName={props.readerName}
            mayBreakGlass={props.mayBreakGlass}
            files={
              <>
                <CaseFiles caseId={caseId} />
                <CaseLetters caseId={caseId} />
                <CaseAid caseId={caseId} />
                {props.readsCoaching ? <CaseCommitments caseId={caseId} /> : null}
              </>
            }
          />
        </FilesOnNotes>
      </LettersOnReferrals>
    </DrawnCase>
  );
}
