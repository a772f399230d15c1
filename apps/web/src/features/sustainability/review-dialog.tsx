"use client";

import {
  type SustainabilityRating,
  sustainabilityRatings,
} from "@rembuk/domain/sustainability/model";
import { Field, FieldError } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import {
  AnsweredCriteria,
  CriterionMeasures,
  type LiveNumbers,
  useLiveNumbers,
} from "./criterion-measures";
import { type ReviewEntry, type ReviewMove, type ShownReview, stepOf } from "./review-entry";

interface ReviewDialogProps {
  review: ShownReview;
  move: ReviewMove;
  onClose: () => void;
}

/** Sends the step once; refused, it can be changed and sent as another act. */
const useReviewStep = ({ review, move, onClose }: ReviewDialogProps, entry: ReviewEntry) => {
  const t = useTranslations("reviews");
  const trpc = useTRPC();
  const { sustainability } = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const step = stepOf(review, move, entry);
  const refresh = () => queries.invalidateQueries(trpc.sustainability.pathFilter());
  const act = useMutation({
    mutationFn: async () => {
      if (!step) return;
      const { id: reviewId, version } = review;
      await sustainability.move.mutate({ clientActionId, reviewId, version, step });
    },
    onSuccess: async () => {
      await refresh();
      toast.show({ title: t("done") });
      onClose();
    },
    onError: () => {
      setActionId(crypto.randomUUID());
      void refresh();
    },
  });
  return { act, isWhole: step !== null };
};

/** One step of a review: the office's answers, or the words and the rating of who judges. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { review, move, onClose } = props;
  const t = useTranslations("reviews");
  const wording = useErrorWording();
  const [entry, setEntry] = useState<ReviewEntry>({ words: "", rating: "", grades: {} });
  const [attempt, setAttempt] = useState(0);
  const { act, isWhole } = useReviewStep(props, entry);
  const hasWords = move !== "assess" && move !== "close";
  const isJudging = move === "check" || move === "rate";
  const numbers = useLiveNumbers(review.innovationId);
  return (
    <ActDialog
      title={t(`moves.${move}.title`)}
      subject={t("title")}
      text={t(`moves.${move}.text`)}
      sendLabel={t("send")}
      size={move === "assess" || isJudging ? "large" : "small"}
      isSending={act.isPending}
      failure={act.error ? wording(callFailure(act.error).code) : null}
      errors={[]}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (isWhole) act.mutate();
      }}
      onClose={onClose}
    >
      {attempt > 0 && !isWhole ? <FieldError>{t(`moves.${move}.missing`)}</FieldError> : null}
      {move === "assess" ? (
        <Criteria review={review} entry={entry} onChange={setEntry} numbers={numbers} />
      ) : null}
      {isJudging && numbers ? (
        <AnsweredCriteria
          criteria={review.criteria.criteria}
          answers={review.answers}
          numbers={numbers}
        />
      ) : null}
      {move === "rate" ? (
        <Field label={t("ratingLabel")}>
          <Select
            value={entry.rating}
            placeholder={t("choose")}
            options={sustainabilityRatings.map((value) => ({ value, label: t(`rating.${value}`) }))}
            onChange={(event) =>
              setEntry({ ...entry, rating: event.target.value as SustainabilityRating })
            }
          />
        </Field>
      ) : null}
      {hasWords ? (
        <Field label={t(`moves.${move}.words`)}>
          <Textarea
            rows={4}
            maxLength={4_000}
            value={entry.words}
            onChange={(event) => setEntry({ ...entry, words: event.target.value })}
          />
        </Field>
      ) : null}
    </ActDialog>
  );
}

function Criteria({
  review,
  entry,
  onChange,
  numbers,
}: {
  review: ShownReview;
  entry: ReviewEntry;
  onChange: (entry: ReviewEntry) => void;
  numbers: LiveNumbers | null;
}) {
  const t = useTranslations("reviews");
  const change = (code: string, part: { grade?: string; note?: string }) => {
    const before = entry.grades[code] ?? { grade: "", note: "" };
    onChange({ ...entry, grades: { ...entry.grades, [code]: { ...before, ...part } } });
  };
  return (
    <ul className="flex flex-col gap-6 sm:gap-4">
      {review.criteria.criteria.map(({ code, name, question }) => (
        <li
          key={code}
          className="grid gap-x-3 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)]"
        >
          <Field label={name} hint={question}>
            <Select
              value={entry.grades[code]?.grade ?? ""}
              placeholder={t("choose")}
              options={[0, 1, 2, 3].map((grade) => ({
                value: String(grade),
                label: t(`grades.${grade as 0}`),
              }))}
              onChange={(event) => change(code, { grade: event.target.value })}
            />
          </Field>
          <Field label={t("note")} className="self-end">
            <TextInput
              maxLength={2_000}
              value={entry.grades[code]?.note ?? ""}
              onChange={(event) => change(code, { note: event.target.value })}
            />
          </Field>
          <div className="sm:col-span-2">
            {numbers ? <CriterionMeasures code={code} numbers={numbers} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
