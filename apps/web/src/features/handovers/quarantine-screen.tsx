"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { Check, Minus, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { commandWord } from "@/offline/command-word";
import type { QuarantinedRow } from "./handover-data";
import { QuarantineDialog } from "./quarantine-dialog";

interface Deciding {
  readonly row: QuarantinedRow;
  readonly decision: "accepted" | "set_aside";
}

/** What revoked phones still sent: each record waits here until a person lets it in or sets it aside. */
export function QuarantineScreen() {
  const t = useTranslations("handovers.quarantine");
  const trips = useTranslations("trips");
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/kunjungan", label: trips("title") }}
        title={t("title")}
        lead={t("lead")}
      />
      <QuarantineList onDecide={setDeciding} />
      {deciding ? <QuarantineDialog {...deciding} onClose={() => setDeciding(null)} /> : null}
    </div>
  );
}

function QuarantineList({ onDecide }: { onDecide: (deciding: Deciding) => void }) {
  const t = useTranslations("handovers.quarantine");
  const words = useTranslations("handovers");
  const wording = useErrorWording();
  const found = useQuery(useTRPC().handovers.quarantine.queryOptions());
  if (found.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={words("retry")}
        retrying={found.isFetching}
        onRetry={() => void found.refetch()}
      >
        {wording(callFailure(found.error).code)}
      </ErrorState>
    );
  if (!found.data) return <SkeletonRows label={t("loading")} slow={t("loading")} />;
  if (found.data.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <ul
      aria-label={t("title")}
      className="divide-y divide-line border-b border-line bg-surface sm:m-4 sm:rounded-r2 sm:border sm:mx-7"
    >
      {found.data.map((row) => (
        <li key={row.id} className="px-4 py-3">
          <QuarantineItem row={row} onDecide={onDecide} />
        </li>
      ))}
    </ul>
  );
}

function QuarantineItem({
  row,
  onDecide,
}: {
  row: QuarantinedRow;
  onDecide: (deciding: Deciding) => void;
}) {
  const t = useTranslations("handovers.quarantine");
  const { shortDateTime } = useFormat();
  const { deviceLabel, ownerName, capturedAt, receivedAt, decision } = row;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
        <span className="flex min-w-0 flex-1 basis-60 gap-2">
          <ShieldAlert size={16} aria-hidden className="mt-0.5 flex-none text-warn" />
          <Content content={row.content} />
        </span>
        {decision ? (
          <Chip
            tone={decision === "accepted" ? "ok" : "plain"}
            icon={
              decision === "accepted" ? (
                <Check size={12} aria-hidden />
              ) : (
                <Minus size={12} aria-hidden />
              )
            }
          >
            {t(`decided.${decision}`)}
          </Chip>
        ) : null}
      </div>
      <p className="text-13 break-words text-text-2">
        {t("from", { device: deviceLabel, who: ownerName })} ·{" "}
        {capturedAt ? `${t("captured", { time: shortDateTime(capturedAt) })} · ` : null}
        {t("received", { time: shortDateTime(receivedAt) })}
      </p>
      {row.isOwn ? <p className="text-13 font-semibold text-warn">{t("own")}</p> : null}
      {row.reason && row.decidedBy && row.decidedAt ? (
        <p className="text-13 break-words text-text-2">
          {t("ruling", { who: row.decidedBy, time: shortDateTime(row.decidedAt) })}: {row.reason}
        </p>
      ) : null}
      {row.mayAccept || row.maySetAside ? (
        <div className="flex flex-wrap gap-2">
          {row.mayAccept ? (
            <Button size="small" onClick={() => onDecide({ row, decision: "accepted" })}>
              {t("accept")}
            </Button>
          ) : null}
          {row.maySetAside ? (
            <Button
              size="small"
              tone="quiet"
              onClick={() => onDecide({ row, decision: "set_aside" })}
            >
              {t("setAside")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Content({ content }: Pick<QuarantinedRow, "content">) {
  const t = useTranslations("handovers.quarantine");
  const outcomes = useTranslations("field.outcome");
  if (content.kind === "handover") {
    const { person, outcome, quantity, unit, villageName, purpose, photos } = content;
    return (
      <span className="min-w-0 text-14 break-words">
        <b className="font-semibold">{person}</b> · {outcomes(outcome)}
        {quantity > 0 ? ` ${quantity} ${unit}` : null} · {villageName} · {purpose}
        {photos > 0 ? ` · ${t("photos", { count: photos })}` : null}
      </span>
    );
  }
  if (content.kind === "case")
    return (
      <span className="min-w-0 text-14 break-words">
        <b className="font-semibold">{content.categoryName ?? t("secret")}</b> ·{" "}
        {content.villageName}
        {content.photos > 0 ? ` · ${t("photos", { count: content.photos })}` : null}
      </span>
    );
  if (content.kind === "act")
    return (
      <span className="min-w-0 text-14 break-words">
        <b className="font-semibold">{t(`acts.${commandWord[content.act]}`)}</b> ·{" "}
        <span className="font-mono">{content.number}</span> · {content.villageName}
      </span>
    );
  return <span className="text-14 font-semibold">{t(content.kind)}</span>;
}
