"use client";

import {
  type RequestOutcome,
  requestOutcomes,
} from "@rembuk/domain/beneficiaries/subject-requests";
import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Field } from "@rembuk/ui/field";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { Select } from "@rembuk/ui/select";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { SubjectRequest } from "./registry-data";
import { RequestDialog } from "./request-dialog";

/** What people ask about their own data: open ones by their deadline, then what was answered. */
export function RequestsScreen() {
  const t = useTranslations("registry");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/keluarga", label: t("title") }}
        title={t("requests.title")}
        lead={t("requests.lead")}
      />
      <div className="px-4 py-3.5 sm:px-7">
        <Requests />
      </div>
    </div>
  );
}

function Requests() {
  const t = useTranslations("registry");
  const wording = useErrorWording();
  const [answering, setAnswering] = useState<SubjectRequest | null>(null);
  const list = useQuery(useTRPC().beneficiaries.requests.queryOptions());
  if (list.error)
    return (
      <ErrorState
        title={t("requests.failed")}
        retryLabel={t("retry")}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      >
        {wording(callFailure(list.error).code)}
      </ErrorState>
    );
  if (!list.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  return (
    <div className="max-w-[1100px] overflow-hidden rounded-r3 border border-line bg-surface">
      {list.data.length === 0 ? (
        <EmptyState title={t("requests.nobody")}>{t("requests.nobodyText")}</EmptyState>
      ) : null}
      <ul className="divide-y divide-line">
        {list.data.map((request) => (
          <li key={request.id} className="px-3 py-2.5">
            <RequestItem request={request} onAnswer={() => setAnswering(request)} />
          </li>
        ))}
      </ul>
      {answering ? <AnswerDialog request={answering} onClose={() => setAnswering(null)} /> : null}
    </div>
  );
}

function RequestItem({ request, onAnswer }: { request: SubjectRequest; onAnswer: () => void }) {
  const t = useTranslations("registry.requests");
  const { shortDateTime } = useFormat();
  const { kind, residentName, villageName, hoursLeft, outcome, answer } = request;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5 text-13">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-14 font-semibold break-words">
          {t(`kind.${kind}`)}:{" "}
          <TextLink href={`/keluarga/${request.householdId}`}>{residentName}</TextLink>
        </p>
        <p className="text-12 text-text-2">
          {villageName} · {t("received", { at: shortDateTime(request.receivedAt) })} ·{" "}
          {t("due", { at: shortDateTime(request.dueAt) })}
        </p>
        <p className="max-w-[70ch] whitespace-pre-wrap break-words">{request.words}</p>
        {outcome && request.answeredAt ? (
          <p className="max-w-[70ch] text-text-2 whitespace-pre-wrap break-words">
            {t("answered", {
              outcome: t(`outcome.${outcome}`),
              at: shortDateTime(request.answeredAt),
              words: answer ?? "",
            })}
          </p>
        ) : null}
      </div>
      {hoursLeft === null ? (
        <Chip tone="ok">{t("done")}</Chip>
      ) : hoursLeft < 0 ? (
        <Chip tone="bad">{t("late", { hours: -hoursLeft })}</Chip>
      ) : (
        <Chip>{t("left", { hours: hoursLeft })}</Chip>
      )}
      {request.mayAnswer ? (
        <Button size="small" aria-label={t("answerOf", { name: residentName })} onClick={onAnswer}>
          {t("answer")}
        </Button>
      ) : null}
    </div>
  );
}

function AnswerDialog({ request, onClose }: { request: SubjectRequest; onClose: () => void }) {
  const t = useTranslations("registry.requests");
  const [outcome, setOutcome] = useState<RequestOutcome>("granted");
  return (
    <RequestDialog
      title={t("answerOf", { name: request.residentName })}
      act={t("answer")}
      done={t("sent")}
      label={t("answerWords")}
      hint={t("answerHint")}
      run={(registry, clientActionId, words) =>
        registry.answerRequest.mutate({ clientActionId, requestId: request.id, outcome, words })
      }
      onClose={onClose}
    >
      <Field label={t("outcomeLabel")}>
        <Select
          value={outcome}
          options={requestOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          onChange={(event) =>
            setOutcome(requestOutcomes.find((one) => one === event.target.value) ?? "granted")
          }
        />
      </Field>
    </RequestDialog>
  );
}
