"use client";

import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { ContactRow } from "./contact-row";
import { MarkRow } from "./mark-row";
import type { StepProps } from "./onboarding-data";
import { useStepAct } from "./use-onboarding";

const shownAtFirst = 8;

/** The offices around the kecamatan, and whom to call there. */
export function SectorsStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.sectors");
  const wording = useErrorWording();
  const client = useTRPCClient();
  const [isWhole, setWhole] = useState(false);
  const add = useStepAct((areaCode: string) =>
    client.onboarding.addSectorOffices.mutate({ clientActionId: crypto.randomUUID(), areaCode }),
  );
  const withPhone = page.offices.filter(({ phone }) => phone).length;
  const shown = isWhole ? page.offices : page.offices.slice(0, shownAtFirst);
  return (
    <>
      {add.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(add.error).code)}
        </Notice>
      ) : null}
      <p className="font-semibold" role="status">
        {t("count", { count: page.offices.length, phones: withPhone })}
      </p>
      <p className="mt-2.5">
        <Button
          pending={add.isPending}
          pendingLabel={t("adding")}
          onClick={() => add.mutate(page.areaCode)}
        >
          {t("add")}
        </Button>
      </p>
      {shown.length > 0 ? (
        <ul className="mt-3 divide-y divide-line rounded-r2 border border-line">
          {shown.map((office) => (
            <ContactRow key={office.id} office={office} page={page} />
          ))}
        </ul>
      ) : null}
      {page.offices.length > shownAtFirst && !isWhole ? (
        <Button size="small" tone="quiet" className="mt-2" onClick={() => setWhole(true)}>
          {t("all", { count: page.offices.length })}
        </Button>
      ) : null}
      <MarkRow page={page} step="sectors" label={t("checked")} onNext={onNext} />
    </>
  );
}
