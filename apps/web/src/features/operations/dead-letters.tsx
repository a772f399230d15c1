"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { CircleCheck, Clock, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

type DeadLetter = inferOutput<ReturnType<typeof useTRPC>["notifications"]["deadLetters"]>[number];

/** Jobs that failed for good: what, why, how often, and another try. */
export function DeadLetters() {
  const t = useTranslations("operations");
  const wording = useErrorWording();
  const letters = useQuery(
    useTRPC().notifications.deadLetters.queryOptions(undefined, { refetchInterval: 15_000 }),
  );
  const failure = letters.error ? callFailure(letters.error) : null;
  return (
    <Panel flush id="pekerjaan-gagal" title={t("letters.title")} note={t("letters.note")}>
      {failure ? (
        <ErrorState
          title={t("letters.failed")}
          retryLabel={t("retry")}
          retrying={letters.isFetching}
          onRetry={() => void letters.refetch()}
        >
          {wording(failure.code)}
        </ErrorState>
      ) : null}
      {letters.isPending ? <SkeletonRows rows={4} label={t("loading")} slow={t("slow")} /> : null}
      {letters.data?.length === 0 ? (
        <EmptyState level={3} title={t("letters.empty")}>
          {t("letters.emptyText")}
        </EmptyState>
      ) : null}
      <ul className="divide-y divide-line">
        {(letters.data ?? []).map((letter) => (
          <DeadLetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
    </Panel>
  );
}

function DeadLetterRow({ letter }: { letter: DeadLetter }) {
  const t = useTranslations("operations.letters");
  const format = useFormat();
  return (
    <li className="grid gap-x-4 gap-y-2 px-3 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-semibold">
          <span className="font-mono">{letter.job}</span>
          <span className="font-normal text-text-2">
            {" "}
            {t("tries", { count: letter.attempts })}, {format.shortDateTime(letter.failedAt)}
          </span>
        </p>
        <p className="line-clamp-3 font-mono text-12 break-words text-bad">{letter.error}</p>
        <p className="text-12 break-all text-text-3">{letter.jobId}</p>
      </div>
      <div className="self-center">
        <LetterState letter={letter} />
      </div>
    </li>
  );
}

function LetterState({ letter }: { letter: DeadLetter }) {
  const t = useTranslations("operations.letters");
  const wording = useErrorWording();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const retry = useMutation(
    trpc.notifications.retryDeadLetter.mutationOptions({
      onSuccess: () => toast.show({ title: t("asked") }),
      onError: (error) => toast.show({ tone: "failed", title: wording(callFailure(error).code) }),
      onSettled: () => {
        void queries.invalidateQueries(trpc.notifications.deadLetters.pathFilter());
        void queries.invalidateQueries(trpc.operations.pathFilter());
      },
    }),
  );
  if (letter.retriedAt) {
    return (
      <Chip tone="ok" icon={<CircleCheck size={12} aria-hidden />}>
        {t("retried")}
      </Chip>
    );
  }
  if (letter.retryWantedAt) {
    return <Chip icon={<Clock size={12} aria-hidden />}>{t("wanted")}</Chip>;
  }
  return (
    <Button
      size="small"
      icon={<RefreshCw size={14} aria-hidden />}
      pending={retry.isPending}
      pendingLabel={t("asking")}
      aria-label={t("retryOf", { job: letter.job })}
      onClick={() => retry.mutate({ id: letter.id })}
    >
      {t("retry")}
    </Button>
  );
}
