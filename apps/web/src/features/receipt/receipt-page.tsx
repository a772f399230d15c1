"use client";

import type { OfficeSummary } from "@rembuk/services/areas/queries";
import type { Texts } from "@rembuk/services/cases/template-queries";
import { Button, ButtonLink } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck, Printer, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { ReceiptFacts } from "./receipt-facts";
import { type HandedReceipt, takeReceipt } from "./receipt-handover";
import { ReceiptSheet } from "./receipt-sheet";

interface ReceiptPageProps {
  caseId: string;
  /** Null when this reader may not read the case. */
  number: string | null;
  facts: ReceiptFacts | null;
  office: OfficeSummary | null;
  /** What the office tells at the foot, by language. */
  texts: Texts;
  publicUrl: string;
  demo: boolean;
  /** Photographs and documents that came with the report: while whoever brought them is still there. */
  files: ReactNode;
  /** Where the next entry begins: the desk or the village's form. */
  next: "desk" | "village";
}

/** The sheet once after saving; later a reprint, which makes a new code and PIN. */
export function ReceiptPage(props: ReceiptPageProps) {
  const t = useTranslations("receipt");
  const { caseId, facts } = props;
  const [receipt, setReceipt] = useState<HandedReceipt | null>(null);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    const handed = takeReceipt(caseId);
    // Development runs this twice; the second time finds nothing and changes nothing.
    if (handed) setReceipt(handed);
    setRead(true);
  }, [caseId]);
  const number = receipt?.number ?? props.number;
  return (
    <div className="flex min-h-full flex-col gap-4 bg-canvas px-3 py-4 sm:px-6 print:block print:min-h-0 print:bg-white print:p-0">
      <h1 className="sr-only">{t("title")}</h1>
      <div
        data-density={props.next === "village" ? "lapang" : undefined}
        className="mx-auto w-full max-w-[559px] print:hidden"
      >
        {receipt ? (
          <>
            <Handed caseId={caseId} next={props.next} canOpen={facts !== null} />
            {facts ? (
              <div className="mt-3 rounded-r3 border border-line bg-surface p-4">{props.files}</div>
            ) : null}
          </>
        ) : (
          <Reprint
            caseId={caseId}
            isShown={isRead}
            allowed={facts?.mayReprint ?? false}
            onRenewed={setReceipt}
          />
        )}
      </div>
      {number ? (
        <ReceiptSheet
          number={number}
          secrets={receipt}
          facts={facts}
          office={props.office}
          texts={props.texts}
          publicUrl={props.publicUrl}
          demo={props.demo}
        />
      ) : null}
    </div>
  );
}

function Handed({
  caseId,
  next,
  canOpen,
}: {
  caseId: string;
  next: "desk" | "village";
  canOpen: boolean;
}) {
  const t = useTranslations("receipt");
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  return (
    <div role="status" className="rounded-r3 border border-line bg-surface p-4">
      <p className="flex items-center gap-2 text-15 font-bold">
        <CircleCheck size={18} aria-hidden className="flex-none text-ok" />
        {t("saved")}
      </p>
      <p className="mt-1 text-text-2">{t("once")}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          ref={print}
          tone="primary"
          icon={<Printer size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t("print")}
        </Button>
        <ButtonLink href={next === "desk" ? "/loket" : "/kasus/baru"}>
          {t(next === "desk" ? "next" : "nextVillage")}
        </ButtonLink>
        {canOpen ? (
          <ButtonLink tone="quiet" href={`/kasus/${caseId}`}>
            {t("openCase")}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}

function Reprint({
  caseId,
  isShown,
  allowed,
  onRenewed,
}: {
  caseId: string;
  /** False until the browser has looked for a receipt that was handed over. */
  isShown: boolean;
  allowed: boolean;
  onRenewed: (receipt: HandedReceipt) => void;
}) {
  const t = useTranslations("receipt.reprint");
  const wording = useErrorWording();
  const renewal = useMutation(
    useTRPC().cases.renewReceipt.mutationOptions({
      networkMode: "always",
      onSuccess: ({ code, pin, ...receipt }) => {
        if (code !== null && pin !== null) onRenewed({ ...receipt, code, pin });
      },
    }),
  );
  return (
    <div className={`rounded-r3 border border-line bg-surface p-4 ${isShown ? "" : "invisible"}`}>
      <p className="text-15 font-bold">{t("title")}</p>
      <p className="mt-1 text-text-2">{allowed ? t("text") : t("refused")}</p>
      {renewal.error ? <FieldError>{wording(callFailure(renewal.error).code)}</FieldError> : null}
      {allowed ? (
        <Button
          className="mt-3"
          icon={<RotateCcw size={16} aria-hidden />}
          pending={renewal.isPending}
          pendingLabel={t("pending")}
          onClick={() => renewal.mutate({ caseId, clientActionId: uuidv7() })}
        >
          {t("act")}
        </Button>
      ) : null}
    </div>
  );
}
