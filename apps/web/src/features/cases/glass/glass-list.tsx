"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { GlassEntry } from "../case-data";
import { RevokeGlassDialog } from "./revoke-glass-dialog";

/** What the reader opened, and what the reader oversees: numbers and reasons, never content. */
export function GlassList() {
  const t = useTranslations("glass.list");
  const wording = useErrorWording();
  const query = useQuery(useTRPC().glass.list.queryOptions());
  const [ending, setEnding] = useState<GlassEntry | null>(null);
  return (
    <Panel id="pembukaan" flush title={t("title")} note={t("note")}>
      {query.data ? (
        query.data.length === 0 ? (
          <EmptyState level={3} title={t("empty")}>
            {t("emptyText")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {query.data.map((entry) => (
              <GlassItem key={entry.id} entry={entry} onEnd={() => setEnding(entry)} />
            ))}
          </ul>
        )
      ) : query.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        >
          {wording(callFailure(query.error).code)}
        </ErrorState>
      ) : (
        <SkeletonRows rows={3} label={t("loading")} slow={t("slow")} />
      )}
      {ending ? (
        <RevokeGlassDialog
          openingId={ending.id}
          name={ending.openerName}
          isMine={ending.isMine}
          onClose={() => setEnding(null)}
        />
      ) : null}
    </Panel>
  );
}

function GlassItem({ entry, onEnd }: { entry: GlassEntry; onEnd: () => void }) {
  const t = useTranslations("glass.list");
  const { longDateTime } = useFormat();
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-3 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {entry.caseId ? (
            <TextLink href={`/kasus/${entry.caseId}`} className="font-mono text-13">
              {entry.number}
            </TextLink>
          ) : (
            <span className="font-mono text-13">{entry.number}</span>
          )}
          <Chip
            tone={entry.state === "running" ? "warn" : undefined}
            icon={entry.state === "running" ? <LockOpen size={12} aria-hidden /> : undefined}
          >
            {t(`state.${entry.state}`)}
          </Chip>
        </p>
        <p className="mt-0.5 text-body break-words">“{entry.reason}”</p>
        <p className="mt-0.5 text-12 text-text-2">
          {t(entry.isMine ? "byYou" : "by", {
            name: entry.openerName,
            from: longDateTime(entry.openedAt),
            to: longDateTime(entry.until),
          })}
          {entry.revokedByName ? ` ${t("revokedBy", { name: entry.revokedByName })}` : ""}
        </p>
      </div>
      {entry.mayRevoke ? (
        <Button size="small" className="self-start justify-self-start" onClick={onEnd}>
          {t(entry.isMine ? "giveBack" : "revoke")}
        </Button>
      ) : null}
    </li>
  );
}
