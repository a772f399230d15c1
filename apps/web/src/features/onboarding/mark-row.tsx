"use client";

import type { Mark, MarkedStep } from "@rembuk/domain/onboarding/model";
import { skippableSteps } from "@rembuk/domain/onboarding/model";
import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { Onboarding } from "./onboarding-data";
import { useStepAct } from "./use-onboarding";

interface MarkRowProps {
  page: Onboarding;
  step: MarkedStep;
  /** What the mark says: "Sudah saya periksa". */
  label: string;
  onNext: () => void;
}

/** Looked through, left out, or open again: what live data cannot tell. */
export function MarkRow({ page, step, label, onNext }: MarkRowProps) {
  const t = useTranslations("onboarding.mark");
  const wording = useErrorWording();
  const client = useTRPCClient();
  const { shortDateTime } = useFormat();
  const act = useStepAct(
    (mark: Mark | null) =>
      client.onboarding.mark.mutate({
        ...{ clientActionId: crypto.randomUUID(), areaCode: page.areaCode, step, mark },
      }),
    undefined,
  );
  const known = page.marks.find((one) => one.step === step);
  const send = (mark: Mark | null) =>
    act.mutate(mark, { onSuccess: () => (mark === null ? undefined : onNext()) });
  const isOpen = page.steps[step] === "open";
  return (
    <div className="mt-4 flex flex-col gap-2 border-t border-line pt-3">
      {act.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(act.error).code)}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {isOpen ? (
          <>
            <Button tone="primary" pending={act.isPending} onClick={() => send("checked")}>
              {label}
            </Button>
            {skippableSteps.includes(step) ? (
              <Button tone="quiet" onClick={() => send("skipped")}>
                {t("skip")}
              </Button>
            ) : null}
          </>
        ) : (
          <>
            <Button tone="primary" onClick={onNext}>
              {t("next")}
            </Button>
            {known ? (
              <Button tone="quiet" pending={act.isPending} onClick={() => send(null)}>
                {t("reopen")}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {known ? (
        <p className="text-12 text-text-2">
          {t("by", { name: known.by, when: shortDateTime(known.at) })}
        </p>
      ) : null}
    </div>
  );
}
