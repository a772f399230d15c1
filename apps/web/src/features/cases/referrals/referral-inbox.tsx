"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { TurnDiamond } from "@rembuk/ui/turn-marker";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { type InboxItem, SecretAnswer } from "./secret-answer";

/** What was referred to the reader and waits, or is being worked on; nothing where there is none. */
export function ReferralInbox() {
  const t = useTranslations("referrals.inbox");
  const mine = useQuery(useTRPC().referrals.mine.queryOptions());
  const [answering, setAnswering] = useState<InboxItem | null>(null);
  const items = mine.data ?? [];
  if (items.length === 0) return null;
  const waiting = items.filter((item) => item.status === "sent").length;
  return (
    <div className="px-4 py-3.5 sm:px-7">
      <Panel
        id="rujukan-masuk"
        flush
        icon={waiting > 0 ? <TurnDiamond /> : undefined}
        title={t("title")}
        note={t("note")}
        actions={<span className="text-12 text-text-2">{items.length}</span>}
      >
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <InboxRow key={item.id} item={item} onAnswer={() => setAnswering(item)} />
          ))}
        </ul>
      </Panel>
      {answering ? <SecretAnswer item={answering} onClose={() => setAnswering(null)} /> : null}
    </div>
  );
}

function InboxRow({ item, onAnswer }: { item: InboxItem; onAnswer: () => void }) {
  const t = useTranslations("referrals");
  const { shortDate } = useFormat();
  const due = t(item.isLate ? "inbox.lateDue" : "inbox.due", { date: shortDate(item.dueAt) });
  const kind =
    item.kind === "transfer"
      ? t("inbox.transfer")
      : `${t(`status.${item.status}`, { date: "" })} · ${t(item.isMandatory ? "mandatory" : "supporting")}`;
  const look =
    "flex min-h-14 w-full flex-col items-start gap-0.5 px-3 py-2 text-left hover:bg-hover";
  const content = (
    <>
      <span className="text-control font-semibold break-words">
        {item.title ?? t("inbox.secret", { number: item.number })}
      </span>
      <span className="line-clamp-2 text-control text-text-2">{item.asked}</span>
      <span className={item.isLate ? "text-meta text-bad" : "text-meta text-text-2"}>
        {kind} · {item.villageName} · {due}
      </span>
    </>
  );
  return (
    <li>
      {item.title === null ? (
        <button type="button" className={look} onClick={onAnswer}>
          {content}
        </button>
      ) : (
        <AppLink href={`/kasus/${item.caseId}`} className={look}>
          {content}
        </AppLink>
      )}
    </li>
  );
}
