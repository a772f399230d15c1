"use client";

import { AppLink, TextLink } from "@rembuk/ui/app-link";
import { IconButton } from "@rembuk/ui/icon-button";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Clock, type LucideIcon, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { HealthSigns, RatingWord } from "./health-row";
import { beatsOf, type HealthRow, type PromisedFor } from "./health-words";

/** One innovation beside the board: what is next, how its pulse changed, and what was promised for it. */
export function HealthPane({ row, onClose }: { row: HealthRow; onClose: () => void }) {
  const t = useTranslations("reviews");
  const { shortDate } = useFormat();
  const status = row.reviewStatus;
  return (
    <aside
      aria-label={row.name}
      className="hidden w-[360px] flex-none border-l border-line bg-surface xl:block"
    >
      <div className="sticky top-0 flex max-h-dvh flex-col gap-4 overflow-y-auto px-5 py-4">
        <header className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <p className="text-13 text-text-2">
              {[t("health.place", { name: row.placeName }), row.regencyName]
                .filter(Boolean)
                .join(", ")}
            </p>
            <h2 className="text-18 font-bold tracking-[-0.01em] break-words">{row.name}</h2>
            <p className="mt-1 flex flex-wrap items-center gap-2">
              <RatingWord row={row} />
              {row.ratedOn ? (
                <span className="text-13 text-text-2">
                  {t("health.ratedOn", { day: shortDate(dayOf(row.ratedOn)) })}
                </span>
              ) : null}
            </p>
          </div>
          <IconButton
            label={t("health.closePane")}
            icon={<X size={16} aria-hidden />}
            onClick={onClose}
          />
        </header>
        <AppLink
          href={`/inovasi/${row.id}#keberlanjutan`}
          className="block rounded-r3 border border-line-control bg-surface-2 px-3 py-2.5 text-inherit no-underline hover:bg-hover"
        >
          <span className="block text-14 font-semibold">
            {status
              ? t(`status.${status}`)
              : t("health.opensOn", { day: shortDate(dayOf(row.nextOn)) })}
          </span>
          <span className="block text-13 text-brand">{t("health.openReviews")}</span>
        </AppLink>
        {row.signs.length > 0 ? <HealthSigns signs={row.signs} /> : null}
        <Beats row={row} />
        <Promises innovationId={row.id} />
      </div>
    </aside>
  );
}

/** Weeks with a record, this quarter beside the one before: weeks and no people. */
function Beats({ row }: { row: HealthRow }) {
  const t = useTranslations("reviews.health");
  const beats = beatsOf(row.pulse);
  return (
    <section aria-label={t("columns.pulse")}>
      <h3 className="border-b border-line pb-1.5 text-14 font-semibold">{t("columns.pulse")}</h3>
      {beats ? (
        <p className="flex items-baseline justify-between gap-3 border-b border-line py-1.5 text-14">
          <span>{t("beats")}</span>
          <span className="whitespace-nowrap font-semibold tabular-nums">
            <span className="sr-only">{t("beatsWords", beats)}</span>
            <span aria-hidden>
              {beats.before} → {beats.latest}
            </span>
          </span>
        </p>
      ) : (
        <p className="py-1.5 text-13 text-text-2">{t("uncounted")}</p>
      )}
    </section>
  );
}

function Promises({ innovationId }: { innovationId: string }) {
  const t = useTranslations("reviews.health");
  const list = useQuery(useTRPC().coaching.ofInnovation.queryOptions({ innovationId }));
  const engagementId = list.data?.[0]?.engagementId;
  return (
    <section aria-label={t("columns.promises")}>
      <h3 className="flex items-baseline justify-between gap-3 border-b border-line pb-1.5 text-14 font-semibold">
        {t("columns.promises")}
        {engagementId ? (
          <TextLink href={`/pembinaan/${engagementId}`} className="text-13 font-normal">
            {t("openCoaching")}
          </TextLink>
        ) : null}
      </h3>
      {list.error ? <p className="py-1.5 text-13 text-bad">{t("promisesFailed")}</p> : null}
      {list.data?.length === 0 ? (
        <p className="py-1.5 text-13 text-text-2">{t("noPromises")}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {(list.data ?? []).map((one) => (
          <li key={one.id} className="py-2">
            <PromiseLine one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PromiseLine({ one }: { one: PromisedFor }) {
  const t = useTranslations("reviews.health");
  const { shortDate } = useFormat();
  const isKept = one.status === "verified";
  const Icon: LucideIcon = isKept ? CircleCheck : one.isLate ? TriangleAlert : Clock;
  const tone = isKept ? "text-ok" : one.isLate ? "text-bad" : "text-text-2";
  const day = shortDate(dayOf(one.dueOn));
  const said = isKept
    ? t("promise.verified")
    : one.status === "evidence_submitted"
      ? t("promise.shown")
      : t(one.isLate ? (one.alertedOn ? "promise.told" : "promise.late") : "promise.due", { day });
  return (
    <span className="grid grid-cols-[16px_minmax(0,1fr)] gap-2">
      <Icon size={16} aria-hidden className={`mt-0.5 ${tone}`} />
      <span>
        <span className="block text-14 font-semibold break-words">{one.text}</span>
        <span className={`block text-13 ${tone}`}>{said}</span>
      </span>
    </span>
  );
}
