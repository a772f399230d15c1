"use client";

import { replyTexts, replyUses } from "@rembuk/domain/cases/canned-replies";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useQuery } from "@tanstack/react-query";
import { Ban, Plus, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { ReplyDialog } from "./reply-dialog";
import type { ReplyRow, RuleNode, RulePlace } from "./rules-data";
import { RulesTabs } from "./rules-tabs";
import { usePlace } from "./use-place";
import { type RuleWords, useRuleWords } from "./use-rule-words";

/** Prepared words and macros of a kecamatan or kabupaten. */
export function RepliesScreen() {
  return (
    <NuqsAdapter>
      <Places />
    </NuqsAdapter>
  );
}

function Places() {
  const t = useTranslations("rules");
  const wording = useErrorWording();
  const { query, places, place, choose } = usePlace();
  if (query.error) {
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={query.isFetching}
        onRetry={() => void query.refetch()}
      >
        {wording(callFailure(query.error).code)}
      </ErrorState>
    );
  }
  if (!query.data) return <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />;
  if (!place) return <EmptyState title={t("noPlace.title")}>{t("noPlace.text")}</EmptyState>;
  return (
    <div className="min-h-full">
      <RulesTabs current="replies" places={places} place={place} onPlace={choose} />
      <Replies key={place.code} place={place} />
    </div>
  );
}

const noNodes: readonly RuleNode[] = [];

function Replies({ place }: { place: RulePlace }) {
  const t = useTranslations("replies");
  const rules = useTranslations("rules");
  const wording = useErrorWording();
  const trpc = useTRPC();
  const replies = useQuery(trpc.rules.replies.queryOptions({ areaCode: place.code }));
  const tree = useQuery(trpc.rules.tree.queryOptions({ areaCode: place.code }));
  const nodes = tree.data ?? noNodes;
  const words = useRuleWords(nodes, place.code);
  const [open, setOpen] = useState<ReplyRow | "new" | null>(null);
  if (replies.error) {
    return (
      <ErrorState
        title={rules("failed")}
        retryLabel={rules("retry")}
        retrying={replies.isFetching}
        onRetry={() => void replies.refetch()}
      >
        {wording(callFailure(replies.error).code)}
      </ErrorState>
    );
  }
  if (!replies.data) {
    return <SkeletonRows rows={8} label={rules("loading")} slow={rules("slow")} />;
  }
  const rows = replies.data;
  return (
    <div className="mx-auto flex max-w-[980px] flex-col gap-4 p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-control text-text-2">{t("lead")}</p>
        <Button tone="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setOpen("new")}>
          {t("add")}
        </Button>
      </div>
      {replyUses.map((use) => (
        <section key={use} aria-labelledby={`use-${use}`}>
          <h2 id={`use-${use}`} className="pb-1.5 text-15 font-bold">
            {t(`use.${use}`)}
          </h2>
          <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
            {rows
              .filter((reply) => reply.use === use)
              .map((reply) => (
                <ReplyItem
                  key={reply.id}
                  reply={reply}
                  words={words}
                  onOpen={() => setOpen(reply)}
                />
              ))}
          </ul>
        </section>
      ))}
      {open === null ? null : (
        <ReplyDialog
          place={place}
          reply={open === "new" ? null : open}
          nodes={nodes}
          words={words}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface ReplyItemProps {
  reply: ReplyRow;
  words: RuleWords;
  onOpen: () => void;
}

function ReplyItem({ reply, words, onOpen }: ReplyItemProps) {
  const t = useTranslations("replies");
  const status = useTranslations("case.status");
  const texts = replyTexts[reply.use].map((field) => reply.texts[field] ?? "");
  const first = texts.find((text) => text !== "") ?? "";
  const where = [
    reply.categoryCode ? words.categoryName(reply.categoryCode) : t("anyCategory"),
    reply.statuses.length > 0 ? reply.statuses.map((s) => status(s)).join(", ") : t("anyStatus"),
  ].join(" · ");
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-left hover:bg-hover focus-visible:outline-offset-[-3px]"
      >
        <span className="min-w-0 flex-1 basis-64">
          <span
            className={`block text-control font-semibold ${reply.isActive ? "" : "text-text-3 line-through"}`}
          >
            {reply.name}
          </span>
          <span className="line-clamp-1 text-12 break-words text-text-2">{first}</span>
          <span className="block text-12 text-text-3">{where}</span>
        </span>
        {reply.target ? (
          <Chip tone="brand" icon={<Split size={12} aria-hidden />}>
            {words.nameOf(reply.target)}
          </Chip>
        ) : null}
        {reply.isActive ? null : (
          <Chip tone="warn" icon={<Ban size={12} aria-hidden />}>
            {t("off")}
          </Chip>
        )}
        <Chip>{t(reply.areaCode === "" ? "shipped" : "own")}</Chip>
      </button>
    </li>
  );
}
