"use client";

import { useTranslations } from "next-intl";
import { ImportCard } from "@/features/imports/import-card";
import { SentWorkbooks } from "@/features/imports/sent-workbooks";
import { useTRPCClient } from "@/lib/trpc";
import { MarkRow } from "../mark-row";
import type { Import, StepProps } from "../onboarding-data";
import { useStepAct } from "../use-onboarding";
import { ImportFindings } from "./import-findings";
import { useImports } from "./use-imports";

/** The register that the office kept before Rembuk: sent, looked through, taken over, taken back. */
export function RegisterStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.register");
  const client = useTRPCClient();
  const { areaCode } = page;
  const imports = useImports(areaCode);
  const send = useStepAct((content: string) =>
    client.onboarding.sendImport.mutate({
      ...{ clientActionId: crypto.randomUUID(), areaCode, content },
    }),
  );
  const card = (item: Import) => (
    <ImportCard key={item.id} item={item} kind="register">
      {item.findings ? <ImportFindings item={item} findings={item.findings} page={page} /> : null}
    </ImportCard>
  );
  return (
    <div className="flex flex-col gap-3.5">
      <ul className="list-disc pl-5 text-text-2">
        <li>{t("promise.dates")}</li>
        <li>{t("promise.quiet")}</li>
        <li>{t("promise.undo")}</li>
      </ul>
      <SentWorkbooks
        items={imports.data}
        templateHref={`/api/berkas/templat/register?kec=${areaCode}`}
        label={t("upload")}
        send={send}
        card={card}
      />
      <MarkRow page={page} step="register" label={t("checked")} onNext={onNext} />
    </div>
  );
}
