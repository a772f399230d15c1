"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { Import } from "../onboarding-data";
import { useStepAct } from "../use-onboarding";

type Act = "start" | "cancel" | "undo";

/** Take over, stop, take back: what is possible now, each with what follows from it. */
export function ImportActs({ item }: { item: Import }) {
  const t = useTranslations("onboarding.register.act");
  const wording = useErrorWording();
  const { number } = useFormat();
  const client = useTRPCClient();
  const [takesSimilar, setTakesSimilar] = useState(false);
  const [isSure, setSure] = useState(false);
  const act = useStepAct((what: Act) => {
    const command = { clientActionId: crypto.randomUUID(), importId: item.id };
    if (what === "start") return client.onboarding.startImport.mutate({ ...command, takesSimilar });
    if (what === "cancel") return client.onboarding.cancelImport.mutate(command);
    return client.onboarding.undoImport.mutate(command);
  });
  const similar = item.findings?.similarCount ?? 0;
  const mayCancel = ["checking", "checked", "running"].includes(item.status);
  const left = item.rowsTotal - item.rowsDone;
  return (
    <div className="flex flex-col gap-2.5">
      {act.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(act.error).code)}
        </Notice>
      ) : null}
      {item.mayStart && similar > 0 ? (
        <Checkbox
          label={t("takesSimilar", { count: number(similar) })}
          checked={takesSimilar}
          onChange={(event) => setTakesSimilar(event.target.checked)}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        {item.mayStart ? (
          <Button tone="primary" pending={act.isPending} onClick={() => act.mutate("start")}>
            {t(item.rowsDone > 0 ? "goOn" : "start", { count: number(left) })}
          </Button>
        ) : null}
        {mayCancel ? (
          <Button pending={act.isPending} onClick={() => act.mutate("cancel")}>
            {t(item.status === "running" ? "stop" : "discard")}
          </Button>
        ) : null}
        {item.mayUndo && !isSure ? (
          <Button tone="danger" onClick={() => setSure(true)}>
            {t("undo")}
          </Button>
        ) : null}
      </div>
      {item.mayUndo && isSure ? (
        <Notice
          tone="warn"
          title={t("sure", { count: number(item.casesMade) })}
          actions={
            <>
              <Button tone="danger" pending={act.isPending} onClick={() => act.mutate("undo")}>
                {t("undoNow")}
              </Button>
              <Button tone="quiet" onClick={() => setSure(false)}>
                {t("keep")}
              </Button>
            </>
          }
        >
          {t("sureText")}
        </Notice>
      ) : null}
    </div>
  );
}
