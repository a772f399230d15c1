"use client";

import type { LetterContent, LetterKind } from "@rembuk/domain/letters/model";
import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { SectionHeader } from "@rembuk/ui/section-header";
import { FilePlus2, Mail } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useCase } from "../cases/case/use-case";
import type { OpenAct } from "./letter-act-dialog";
import { LetterRow } from "./letter-row";
import { type CaseLetter, isDrawn } from "./letters-data";
import { useLetters, useRefreshLetters } from "./use-letters";

// Its windows come when they are wanted.
const SignDialog = dynamic(() => import("./sign-dialog").then((window) => window.SignDialog), {
  ssr: false,
});
const LetterDialog = dynamic(
  () => import("./letter-dialog").then((window) => window.LetterDialog),
  { ssr: false },
);
const LetterActDialog = dynamic(
  () => import("./letter-act-dialog").then((window) => window.LetterActDialog),
  { ssr: false },
);

interface Written {
  readonly kind: LetterKind;
  readonly letter: CaseLetter | null;
  readonly initial: LetterContent;
}

/** Letters of a case: to the dinas outward, dispositions inside the office. */
export function CaseLetters({ caseId }: { caseId: string }) {
  const t = useTranslations("letters");
  const query = useLetters(caseId);
  const kase = useCase(caseId).data;
  const [written, setWritten] = useState<Written | null>(null);
  const [signed, setSigned] = useState<CaseLetter | null>(null);
  const [act, setAct] = useState<OpenAct | null>(null);
  useFilesOnceDrawn(caseId, query.data?.letters);
  if (query.isError) return <Notice tone="bad">{t("failed")}</Notice>;
  if (!query.data) return null;
  const { letters, mayDraft, mayIssue, proposals, signers, hasESignature } = query.data;
  if (letters.length === 0 && !mayDraft) return null;
  const write = (kind: "cover-letter" | "disposition") => {
    if (proposals) setWritten({ kind, letter: null, initial: proposals[kind] });
  };
  const isAtSector = kase?.holder.kind === "sector";
  return (
    <section aria-labelledby="surat" className="flex min-w-0 flex-col gap-2">
      <SectionHeader id="surat" title={t("title")} note={t("count", { count: letters.length })} />
      {letters.length > 0 ? (
        <ul className="overflow-hidden rounded-r2 border border-line bg-surface">
          {letters.map((letter) => (
            <LetterRow
              key={letter.id}
              letter={letter}
              zone={kase?.calendar.zone}
              mayDraft={mayDraft}
              mayIssue={mayIssue}
              onEdit={() => setWritten({ kind: letter.kind, letter, initial: letter.content })}
              onAct={(name) => setAct({ name, letter })}
              onSign={
                hasESignature && letter.isMineToSign && isDrawn(letter)
                  ? () => setSigned(letter)
                  : undefined
              }
            />
          ))}
        </ul>
      ) : (
        <p className="text-meta text-text-2">{t("empty")}</p>
      )}
      {mayDraft ? (
        <div className="flex flex-wrap gap-2">
          {isAtSector ? (
            <Button
              size="small"
              icon={<Mail size={14} aria-hidden />}
              onClick={() => write("cover-letter")}
            >
              {t("write.cover-letter")}
            </Button>
          ) : null}
          <Button
            size="small"
            icon={<FilePlus2 size={14} aria-hidden />}
            onClick={() => write("disposition")}
          >
            {t("write.disposition")}
          </Button>
        </div>
      ) : null}
      {written ? (
        <LetterDialog
          caseId={caseId}
          kind={written.kind}
          letter={written.letter}
          initial={written.initial}
          signers={signers}
          onClose={() => setWritten(null)}
        />
      ) : null}
      {signed ? <SignDialog letter={signed} onClose={() => setSigned(null)} /> : null}
      {act ? <LetterActDialog caseId={caseId} act={act} onClose={() => setAct(null)} /> : null}
    </section>
  );
}

/** The PDF is a file of the case: when the worker has drawn it, the files are asked for again. */
function useFilesOnceDrawn(caseId: string, letters: readonly CaseLetter[] | undefined) {
  const refresh = useRefreshLetters(caseId);
  const drawn = letters?.filter(isDrawn).length;
  const known = useRef(drawn);
  useEffect(() => {
    if (known.current !== undefined && drawn !== known.current) void refresh();
    known.current = drawn;
  }, [drawn, refresh]);
}
