"use client";

import { Button } from "@rembuk/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { useCase } from "../cases/case/use-case";
import { ReferralExtras } from "../cases/referrals/referral-extras";
import type { CaseLettersData } from "./letters-data";
import { useLetters } from "./use-letters";

// Its windows come when they are wanted.
const LetterDialog = dynamic(
  () => import("./letter-dialog").then((window) => window.LetterDialog),
  { ssr: false },
);

type Proposal = CaseLettersData["referrals"][number];

/** Puts a surat pengantar rujukan on the card of each running referral, for who may write one. */
export function LettersOnReferrals({ caseId, children }: { caseId: string; children: ReactNode }) {
  const t = useTranslations("letters");
  const { data } = useLetters(caseId);
  const [written, setWritten] = useState<Proposal | null>(null);
  useLettersOfThisVersion(caseId);
  const extra = (referralId: string) => {
    const proposal = data?.referrals.find((one) => one.referralId === referralId);
    if (!proposal) return null;
    return (
      <Button
        size="small"
        icon={<Mail size={14} aria-hidden />}
        onClick={() => setWritten(proposal)}
      >
        {t("write.referral-letter")}
      </Button>
    );
  };
  return (
    <ReferralExtras value={extra}>
      {children}
      {written && data ? (
        <LetterDialog
          caseId={caseId}
          kind="referral-letter"
          letter={null}
          referralId={written.referralId}
          initial={written.content}
          signers={data.signers}
          onClose={() => setWritten(null)}
        />
      ) : null}
    </ReferralExtras>
  );
}

/** A referral that was sent or answered raises the case's version: then other letters can be written. */
function useLettersOfThisVersion(caseId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const version = useCase(caseId).data?.version;
  const known = useRef(version);
  useEffect(() => {
    if (known.current !== undefined && version !== known.current)
      void client.invalidateQueries(trpc.letters.list.queryFilter({ caseId }));
    known.current = version;
  }, [version, client, trpc, caseId]);
}
