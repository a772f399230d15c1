"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { ConfirmDialog } from "@/features/people/confirm-dialog";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { kindOf, type RetentionPage } from "./retention-data";

type Run = RetentionPage["runs"][number];

interface RetentionRunsProps {
  readonly page: RetentionPage;
  readonly subdistrictCode: string;
}

/** What was proposed, what became of it, and the next proposal. */
export function RetentionRuns({ page, subdistrictCode }: RetentionRunsProps) {
  const t = useTranslations("retention.runs");
  const trpc = useTRPC();
  const client = useQueryClient();
  const wording = useErrorWording();
  const [answering, setAnswering] = useState<{ run: Run; approved: boolean } | null>(null);
  const kind = kindOf(subdistrictCode);
  const isOpen = page.runs.some((run) => run.status === "proposed" || run.status === "approved");
  const propose = useMutation(
    trpc.retention.propose.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.retention.show.queryFilter()),
    }),
  );
  return (
    <Panel
      id="usulan"
      title={t("title")}
      actions={
        page.mayPropose ? (
          <Button
            size="small"
            disabled={isOpen || page.due === 0}
            pending={propose.isPending}
            pendingLabel={t("sending")}
            onClick={() => propose.mutate({ clientActionId: crypto.randomUUID(), subdistrictCode })}
          >
            {t("propose", { kind })}
          </Button>
        ) : null
      }
    >
      <p className="text-body">{t("due", { count: page.due })}</p>
      <p className="text-12 text-text-2">{t("what", { kind })}</p>
      {propose.error ? (
        <Notice tone="bad" live className="mt-2">
          {wording(callFailure(propose.error).code)}
        </Notice>
      ) : null}
      <ul className="mt-2 divide-y divide-line">
        {page.runs.map((run) => (
          <RunItem
            key={run.id}
            run={run}
            kind={kind}
            mayAnswer={page.mayApprove && run.status === "proposed" && !run.isMine}
            onAnswer={(approved) => setAnswering({ run, approved })}
          />
        ))}
      </ul>
      {answering ? (
        <AnswerDialog {...answering} kind={kind} onClose={() => setAnswering(null)} />
      ) : null}
    </Panel>
  );
}

interface RunItemProps {
  readonly run: Run;
  readonly kind: ReturnType<typeof kindOf>;
  readonly mayAnswer: boolean;
  readonly onAnswer: (approved: boolean) => void;
}

function RunItem({ run, kind, mayAnswer, onAnswer }: RunItemProps) {
  const t = useTranslations("retention.runs");
  const { longDateTime } = useFormat();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2">
      <Chip>{t(`status.${run.status}`, { kind })}</Chip>
      <span className="min-w-0 flex-1 basis-60 text-12 text-text-2">
        {t("proposed", {
          count: run.counted,
          name: run.proposedByName,
          date: longDateTime(run.proposedAt),
        })}
        {run.answeredByName && run.answeredAt
          ? ` ${t("answered", { name: run.answeredByName, date: longDateTime(run.answeredAt) })}`
          : ""}
      </span>
      {mayAnswer ? (
        <span className="flex gap-2">
          <Button size="small" onClick={() => onAnswer(false)}>
            {t("refuse")}
          </Button>
          <Button size="small" tone="danger" onClick={() => onAnswer(true)}>
            {t("approve")}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

interface AnswerDialogProps {
  readonly run: Run;
  readonly kind: ReturnType<typeof kindOf>;
  readonly approved: boolean;
  readonly onClose: () => void;
}

function AnswerDialog({ run, kind: of, approved, onClose }: AnswerDialogProps) {
  const t = useTranslations("retention.answer");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const answer = useMutation(
    trpc.retention.answer.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.retention.show.queryFilter());
        onClose();
      },
    }),
  );
  const kind = approved ? "approve" : "refuse";
  return (
    <ConfirmDialog
      danger={approved}
      title={t(`${kind}.title`)}
      act={t(`${kind}.send`)}
      acting={t("sending")}
      pending={answer.isPending}
      error={answer.error}
      onConfirm={() => answer.mutate({ clientActionId, runId: run.id, approved })}
      onClose={onClose}
    >
      <p>{t(`${kind}.text`, { count: run.counted, kind: of })}</p>
    </ConfirmDialog>
  );
}
