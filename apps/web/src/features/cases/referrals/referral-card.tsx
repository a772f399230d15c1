"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import {
  Ban,
  CircleCheck,
  Clock,
  Hammer,
  Handshake,
  Link2,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";
import { useBehalfWords } from "../wording/use-behalf-words";
import type { CaseReferral, OpenAct, ReferralAct, ReferralEntry } from "./referral-data";
import { useReferralExtra } from "./referral-extras";
import { ReferralLink } from "./referral-link";

const looks: Record<CaseReferral["status"], { icon: LucideIcon; tone: string }> = {
  sent: { icon: Clock, tone: "text-text" },
  accepted: { icon: Handshake, tone: "text-brand" },
  in_progress: { icon: Hammer, tone: "text-brand" },
  done: { icon: CircleCheck, tone: "text-ok" },
  declined: { icon: Ban, tone: "text-bad" },
  expired: { icon: TriangleAlert, tone: "text-bad" },
  failed: { icon: TriangleAlert, tone: "text-bad" },
  revoked: { icon: Ban, tone: "text-text-2" },
};

const running = ["sent", "accepted", "in_progress"];

/** How it stands, in words: state, and how many working days are left or over. */
function useStanding(referral: CaseReferral, zone: CaseDetail["calendar"]["zone"]) {
  const t = useTranslations("referrals");
  const { shortDate } = useFormat(zone);
  const { status, daysLeft, endedAt, kind } = referral;
  const isRunning = running.includes(status);
  const isLate = isRunning && daysLeft < 0;
  if (kind === "transfer" && status in transferWords)
    return { isLate, words: t(`transferStatus.${status as "sent"}`) };
  const date = endedAt ? shortDate(endedAt) : "";
  if (isLate && status === "sent") return { isLate, words: t("unanswered", { days: -daysLeft }) };
  const state = t(`status.${status}`, { date });
  if (!isRunning) return { isLate, words: state };
  const left =
    daysLeft < 0
      ? t("late", { days: -daysLeft })
      : daysLeft === 0
        ? t("today")
        : t("left", { days: daysLeft });
  return { isLate, words: `${state}, ${left}` };
}
const transferWords = { sent: 1, accepted: 1, declined: 1, revoked: 1 };

/** Acts of the card: those the server allows, and the answers to an offered transfer. */
function actsOf(kase: CaseDetail, referral: CaseReferral): readonly OpenAct[] {
  if (referral.kind === "referral")
    return referral.steps.map(({ action, onBehalf }) => ({ act: action, onBehalf }));
  if (referral.status !== "sent") return [];
  const acts: ReferralAct[] = [];
  if (referral.isMine) acts.push("acceptTransfer", "rejectTransfer");
  if (kase.mayRevokeTransfer) acts.push("revokeTransfer");
  return acts.map((act) => ({ act, onBehalf: false }));
}

/** One referral: who, how it stands, what was asked, what came, what can be done. */
export function ReferralCard(props: {
  kase: CaseDetail;
  referral: CaseReferral;
  onAct: (open: OpenAct) => void;
  /** Refer elsewhere in its place; absent where the reader may not. */
  onReplace?: () => void;
}) {
  const { kase, referral } = props;
  const t = useTranslations("referrals");
  const { shortDateTime, shortDate } = useFormat(kase.calendar.zone);
  const { isLate, words } = useStanding(referral, kase.calendar.zone);
  const { icon: Icon, tone } = looks[referral.status];
  const isOpenDecision = referral.isBlocking && !running.includes(referral.status);
  const acts = [...actsOf(kase, referral)];
  if (referral.mayNote) acts.push({ act: "note", onBehalf: false });
  const extra = useReferralExtra()(referral.id);
  return (
    <li
      className={`flex min-w-0 flex-col rounded-r3 border bg-surface ${
        isLate || isOpenDecision ? "border-bad-line" : "border-line"
      }`}
    >
      <header className="border-b border-line px-3 py-2">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="mr-auto min-w-0 text-control font-bold break-words">{referral.name}</h3>
          {referral.isMine ? <Chip tone="brand">{t("you")}</Chip> : null}
          {referral.kind === "transfer" ? null : referral.isMandatory ? (
            <Chip icon={<Link2 size={12} aria-hidden />}>{t("mandatory")}</Chip>
          ) : (
            <span className="text-meta text-text-2">{t("supporting")}</span>
          )}
        </div>
        <p className={`mt-1 flex items-center gap-1.5 text-control ${isLate ? "text-bad" : tone}`}>
          {isLate ? <TriangleAlert size={14} aria-hidden /> : <Icon size={14} aria-hidden />}
          {words}
        </p>
      </header>
      <div className="flex flex-1 flex-col gap-1.5 px-3 py-2 text-control">
        <p className="break-words whitespace-pre-line">
          {referral.asked ?? <span className="text-text-2">{t("hiddenAsked")}</span>}
        </p>
        <p className="text-meta text-text-2">
          {t("dates", {
            sent: shortDateTime(referral.sentAt),
            due: shortDate(referral.dueAt),
            days: referral.limitDays,
          })}
          {referral.assigneeName ? ` ${t("assignee", { name: referral.assigneeName })}.` : null}
        </p>
        {referral.link?.expiresAt ? (
          <p className="text-meta text-text-2">
            {t("link.until", { date: shortDate(referral.link.expiresAt) })}
          </p>
        ) : null}
        {isOpenDecision ? <p className="font-semibold text-bad">{t("decide")}</p> : null}
        {referral.decision ? (
          <p className="text-text-2">{t(`decision.${referral.decision}`)}</p>
        ) : null}
        <Entries entries={referral.entries} kase={kase} />
        {referral.notes.length > 0 ? (
          <div className="rounded-r2 bg-sunken px-2 py-1.5">
            <p className="text-meta font-semibold text-text-2">{t("notes")}</p>
            <Entries entries={referral.notes} kase={kase} />
          </div>
        ) : null}
      </div>
      {extra || referral.link || acts.length > 0 || (isOpenDecision && props.onReplace) ? (
        <footer className="flex flex-wrap gap-1.5 border-t border-line px-3 py-2">
          {isOpenDecision && props.onReplace ? (
            <Button size="small" onClick={props.onReplace}>
              {t("elsewhere")}
            </Button>
          ) : null}
          {acts.map((open) => (
            <Button
              key={open.act}
              size="small"
              tone={quiet.includes(open.act) ? "quiet" : "secondary"}
              onClick={() => props.onAct(open)}
            >
              {/* In whose name it is done stands in the window that it opens. */}
              {t(`acts.${open.act}.title`)}
            </Button>
          ))}
          {referral.link ? <ReferralLink kase={kase} referral={referral} /> : null}
          {extra}
        </footer>
      ) : null}
    </li>
  );
}

const quiet: readonly ReferralAct[] = ["decline", "fail", "revoke", "note", "revokeTransfer"];

function Entries({ entries, kase }: { entries: readonly ReferralEntry[]; kase: CaseDetail }) {
  const t = useTranslations("referrals.entries");
  const { shortDate } = useFormat(kase.calendar.zone);
  const behalf = useBehalfWords(kase.calendar.zone);
  if (entries.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {entries.map((entry) => {
        const day = entry.happenedOn
          ? shortDate(new Date(`${entry.happenedOn}T05:00:00Z`))
          : shortDate(entry.createdAt);
        const kind = entry.kind === "note" ? "" : `${t(entry.kind as "milestone")} `;
        return (
          <li key={entry.id} className="border-l-2 border-brand-line pl-2">
            <span className="block break-words whitespace-pre-line">
              {entry.kind === "on-behalf" ? behalf(entry.body) : entry.body}
            </span>
            <span className="block text-meta text-text-2">
              {kind}
              {day} · {entry.authorName}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
