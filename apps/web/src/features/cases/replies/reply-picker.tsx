"use client";

import type { ReplyUse } from "@rembuk/domain/cases/canned-replies";
import { Button } from "@rembuk/ui/button";
import { Menu } from "@rembuk/ui/menu";
import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { Split, TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";

export type PreparedReply = inferOutput<ReturnType<typeof useTRPC>["cases"]["replies"]>[number];

interface ReplyPickerProps {
  caseId: string;
  use: ReplyUse;
  /** Fills the form; it is edited and sent by the officer. */
  onPick: (reply: PreparedReply) => void;
}

/** Prepared words and macros for this case in its state. Without any there is no button. */
export function ReplyPicker({ caseId, use, onPick }: ReplyPickerProps) {
  const t = useTranslations("replies.picker");
  const { data } = useQuery(useTRPC().cases.replies.queryOptions({ caseId }));
  const fitting = (data ?? []).filter((reply) => reply.use === use);
  if (fitting.length === 0) return null;
  return (
    <div>
      <Menu
        align="start"
        heading={t("heading")}
        trigger={
          <Button size="small" icon={<TextQuote size={16} aria-hidden />}>
            {t("open")}
          </Button>
        }
        items={fitting.map((reply) => ({
          id: reply.id,
          label: <ReplyLabel reply={reply} />,
          icon: reply.target ? (
            <Split size={16} aria-hidden />
          ) : (
            <TextQuote size={16} aria-hidden />
          ),
          onSelect: () => onPick(reply),
        }))}
      />
    </div>
  );
}

/** Its name, and how its words begin. */
function ReplyLabel({ reply }: { reply: PreparedReply }) {
  const beginning = Object.values(reply.texts).find((text) => text !== "");
  return (
    <>
      <span className="block break-words">{reply.name}</span>
      {beginning ? (
        <span className="line-clamp-2 text-meta break-words text-text-2">{beginning}</span>
      ) : null}
    </>
  );
}
