"use client";

import { isAtWork } from "@rembuk/domain/onboarding/model";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { Fold } from "../fold";
import { MarkRow } from "../mark-row";
import type { StepProps } from "../onboarding-data";
import { useStepAct } from "../use-onboarding";
import { WorkbookField } from "../workbook-field";
import { ImportCard } from "./import-card";
import { useImports } from "./use-imports";

/** The register that the office kept before Rembuk: sent, looked through, taken over, taken back. */
export function RegisterStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.register");
  const wording = useErrorWording();
  const client = useTRPCClient();
  const { areaCode } = page;
  const imports = useImports(areaCode);
  const send = useStepAct((content: string) =>
    client.onboarding.sendImport.mutate({
      ...{ clientActionId: crypto.randomUUID(), areaCode, content },
    }),
  );
  const isBusy = imports.data?.some(({ status }) => isAtWork(status)) ?? false;
  const [newest, ...older] = imports.data ?? [];
  return (
    <div className="flex flex-col gap-3.5">
      <ul className="list-disc pl-5 text-text-2">
        <li>{t("promise.dates")}</li>
        <li>{t("promise.quiet")}</li>
        <li>{t("promise.undo")}</li>
      </ul>
      {isBusy ? null : (
        <WorkbookField
          templateHref={`/api/berkas/templat/register?kec=${areaCode}`}
          label={t("upload")}
          pending={send.isPending}
          pendingLabel={t("sending")}
          onFile={(content) => send.mutate(content)}
        />
      )}
      {send.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(send.error).code)}
        </Notice>
      ) : null}
      {newest ? <ImportCard key={newest.id} item={newest} page={page} /> : null}
      {older.length > 0 ? (
        <Fold title={t("older", { count: older.length })}>
          <div className="mt-2 flex flex-col gap-2.5">
            {older.map((item) => (
              <ImportCard key={item.id} item={item} page={page} />
            ))}
          </div>
        </Fold>
      ) : null}
      <MarkRow page={page} step="register" label={t("checked")} onNext={onNext} />
    </div>
  );
}
