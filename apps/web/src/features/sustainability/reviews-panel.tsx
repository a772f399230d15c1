"use client";

import type { ReviewStatus } from "@rembuk/domain/sustainability/model";
import { Button } from "@rembuk/ui/button";
import { Chip, type ChipTone } from "@rembuk/ui/chip";
import { KeyValueList } from "@rembuk/ui/key-value";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import {
  CalendarClock,
  CircleSlash,
  Hourglass,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { RatingWord } from "./health-row";
import { ReviewDialog } from "./review-dialog";
import type { ReviewMove, ShownReview } from "./review-entry";

const looks: Partial<Record<ReviewStatus, { tone: ChipTone; icon: LucideIcon }>> = {
  due: { tone: "warn", icon: CalendarClock },
  overdue: { tone: "bad", icon: TriangleAlert },
  waived: { tone: "plain", icon: CircleSlash },
};
const running = { tone: "info", icon: Hourglass } as const;

/** Reviews of an innovation's sustainability: why each opened, where it stands, and what came of it. */
export function ReviewsPanel({ innovationId }: { innovationId: string }) {
  const t = useTranslations("reviews");
  const wording = useErrorWording();
  const [open, setOpen] = useState<{ review: ShownReview; move: ReviewMove } | null>(null);
  const list = useQuery(useTRPC().sustainability.list.queryOptions({ innovationId }));
  return (
    <Panel id="keberlanjutan" title={t("title")} flush>
      {list.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
          takeFocus={false}
        >
          {wording(callFailure(list.error).code)}
        </ErrorState>
      ) : null}
      {list.isPending ? <SkeletonRows rows={1} label={t("loading")} slow={t("loading")} /> : null}
      {list.data?.length === 0 ? <p className="px-3 py-2.5 text-text-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {(list.data ?? []).map((review) => (
          <ReviewItem
            key={review.id}
            review={review}
            onMove={(move) => setOpen({ review, move })}
          />
        ))}
      </ul>
      {open ? <ReviewDialog {...open} onClose={() => setOpen(null)} /> : null}
    </Panel>
  );
}

function ReviewItem({
  review,
  onMove,
}: {
  review: ShownReview;
  onMove: (move: ReviewMove) => void;
}) {
  const t = useTranslations("reviews");
  const { shortDate } = useFormat();
  const { status, rating } = review;
  const { tone, icon: Icon } = looks[status] ?? running;
  return (
    <li className="flex flex-col items-start gap-1.5 px-3 py-2.5 text-14">
      <span className="flex flex-wrap items-center gap-2">
        <b className="font-semibold">{shortDate(dayOf(review.opensOn))}</b>
        {status === "closed" ? null : (
          <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
            {t(`status.${status}`)}
          </Chip>
        )}
        {rating ? <RatingWord row={{ rating }} /> : null}
      </span>
      <span className="text-13 text-text-2">
        {review.triggers.map((trigger) => t(`trigger.${trigger}`)).join(", ")}
        {status === "due" || status === "overdue"
          ? ` · ${t("until", { day: shortDate(dayOf(review.dueOn)) })}`
          : null}{" "}
        · {t("criteriaVersion", { version: review.criteria.version })}
      </span>
      <ReviewWords review={review} />
      <span className="flex flex-wrap gap-2">
        {review.moves.map(({ move, obstacle }) =>
          obstacle ? (
            <span key={move} className="text-13 text-text-2">
              {t("own", { what: t(`moves.${move}.title`) })}
            </span>
          ) : (
            <Button key={move} size="small" onClick={() => onMove(move)}>
              {t(`moves.${move}.title`)}
            </Button>
          ),
        )}
      </span>
    </li>
  );
}

function ReviewWords({ review }: { review: ShownReview }) {
  const t = useTranslations("reviews");
  const { answers, criteria, checkNote, ratingReason, plan, waivedReason } = review;
  const said = [
    ["checkNote", checkNote],
    ["ratingReason", ratingReason],
    ["plan", plan],
    ["waivedReason", waivedReason],
  ] as const;
  const words = said.flatMap(([key, value]) => (value ? [{ key, label: t(key), value }] : []));
  return (
    <>
      {answers.length > 0 ? (
        <details className="w-full">
          <summary className="inline-flex min-h-(--target-min) cursor-pointer items-center text-13 font-semibold text-brand underline underline-offset-[3px]">
            {t("answers")}
          </summary>
          <KeyValueList
            entries={criteria.criteria.map(({ code, name }) => {
              const answer = answers.find((one) => one.code === code);
              const grade = answer ? t("grade", { grade: answer.grade }) : "–";
              return {
                key: code,
                label: name,
                value: [grade, answer?.note].filter(Boolean).join(" · "),
              };
            })}
          />
        </details>
      ) : null}
      {words.length > 0 ? (
        <div className="w-full">
          <KeyValueList entries={words} />
        </div>
      ) : null}
    </>
  );
}
