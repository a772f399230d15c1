"use client";

import type { ImportKind } from "@rembuk/domain/onboarding/model";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { SentWorkbook } from "./import-data";
import { useImportAct } from "./use-import-acts";

/** Take over, stop, take back: what is possible now, each with what follows from it. */
export function ImportActs({ item, kind }: { item: SentWorkbook; kind: ImportKind }) {
  const t = useTranslations("imports.act");
  const wording = useErrorWording();
  const { number } = useFormat();
  const [takesSimilar, setTakesSimilar] = useState(false);
  const [isSure, setSure] = useState(false);
  const act = useImportAct(kind, item.id);
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
          label={t("takesSimilar", { kind, count: number(similar) })}
          checked={takesSimilar}
          onChange={(event) => setTakesSimilar(event.target.checked)}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        {item.mayStart ? (
          <Button
            tone="primary"
            pending={act.isPending}
            onClick={() => act.mutate({ act: "start", takesSimilar })}
          >
            {t(item.rowsDone > 0 ? "goOn" : "start", { kind, count: number(left) })}
          </Button>
        ) : null}
        {mayCancel ? (
          <Button pending={act.isPending} onClick={() => act.mutate({ act: "cancel" })}>
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
          title={t("sure", { kind, count: number(item.made) })}
          actions={
            <>
              <Button
                tone="danger"
                pending={act.isPending}
                onClick={() => act.mutate({ act: "undo" })}
              >
                {t("undoNow")}
              </Button>
              <Button tone="quiet" onClick={() => setSure(false)}>
                {t("keep")}
              </Button>
            </>
          }
        >
          {t("sureText", { kind })}
        </Notice>
      ) : null}
    </div>
  );
}
