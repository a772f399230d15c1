"use client";

import { isAtWork } from "@rembuk/domain/onboarding/model";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Fold } from "@/components/fold";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { SentWorkbook } from "./import-data";
import { WorkbookField } from "./workbook-field";

interface SentWorkbooksProps<Item extends SentWorkbook> {
  /** Newest first; undefined while they are loaded. */
  items: readonly Item[] | undefined;
  templateHref: string;
  label: string;
  send: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly mutate: (content: string) => void;
  };
  card: (item: Item) => ReactNode;
}

/** A workbook to send, and those that were sent: the newest open, the others below. One is worked at a time. */
export function SentWorkbooks<Item extends SentWorkbook>(props: SentWorkbooksProps<Item>) {
  const { items, send, card } = props;
  const t = useTranslations("imports");
  const wording = useErrorWording();
  const isBusy = items?.some(({ status }) => isAtWork(status)) ?? false;
  const [newest, ...older] = items ?? [];
  return (
    <>
      {isBusy ? null : (
        <WorkbookField
          templateHref={props.templateHref}
          label={props.label}
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
      {newest ? card(newest) : null}
      {older.length > 0 ? (
        <Fold title={t("older", { count: older.length })}>
          <div className="mt-2 flex flex-col gap-2.5">{older.map(card)}</div>
        </Fold>
      ) : null}
    </>
  );
}
