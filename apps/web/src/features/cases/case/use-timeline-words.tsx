"use client";

import { shortHolderName } from "@rembuk/domain/cases/short-holder-name";
import type { TimelineEntry as Drawn } from "@rembuk/ui/timeline";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { listOf } from "@/lib/list-of";
import { useTRPC } from "@/lib/trpc";
import type { CaseDetail, TimelineEntry } from "../case-data";
import { eventWord } from "./event-word";

/** Names of sectors and sections by code; asked once an hour. */
export function useSectorNames(): ReadonlyMap<string, string> {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.areas.sectors.queryOptions(undefined, { staleTime: 3_600_000 }));
  return new Map((data ?? []).map(({ code, name }) => [code, name]));
}

/** Entries of the timeline in words: what happened, by whom, and what they wrote. */
export function useTimelineWords(kase: CaseDetail) {
  const t = useTranslations("case.timeline");
  const roleName = useTranslations("roles");
  const outcome = useTranslations("case.outcome");
  const reason = useTranslations("case.holdReason");
  const audience = useTranslations("case.notes.audience");
  const way = useTranslations("case.relay.ways");
  const level = useTranslations("case.escalation.level");
  const { longDateTime, shortDate } = useFormat(kase.calendar.zone);
  const sectors = useSectorNames();
  const language = useLocale();
  // Transfers go to a kecamatan, which no sector names.
  const offices = new Map(kase.referrals.map((one) => [one.targetCode, one.name]));

  const target = (code: string): string => {
    if (code === "RELAWAN") return t("volunteer");
    return offices.get(code) ?? shortHolderName(code, sectors.get(code) ?? null);
  };
  const what = (entry: TimelineEntry): string => {
    const word = eventWord(entry);
    switch (word.key) {
      case "routed":
      case "dispositionAsked":
      case "dispositionReturned":
      case "proposalWithdrawn":
      case "declinedBy":
      case "linkSent":
        return t(word.key, { target: shortHolderName(word.code, sectors.get(word.code) ?? null) });
      case "note":
      case "firstFollowUp":
        return t(word.key, { audience: audience(word.audience) });
      case "held":
        return t("held", { reason: reason(word.reason), date: shortDate(new Date(word.until)) });
      case "infoAsked":
        return t("infoAsked", { date: shortDate(new Date(word.until)) });
      case "glassBroken":
        return t("glassBroken", { date: longDateTime(new Date(word.until)) });
      case "amended":
        return t(word.moved ? "amendedMoved" : "amended", {
          fields: listOf(
            word.fields.map((field) => t(`amendedFields.${field}`)),
            language,
          ),
        });
      case "resolved":
      case "resolvedBehalf":
        return t(word.key, { outcome: outcome(word.outcome) });
      case "relayed":
        return t("relayed", { how: way(word.how) });
      case "overdue":
        return t(`overdue.${word.clock}`);
      case "recomputed":
        return t(`recomputed.${word.cause}`, {
          from: shortDate(new Date(word.from)),
          to: shortDate(new Date(word.to)),
          day: shortDate(dayOf(word.day)),
        });
      case "escalated":
        return t("escalated", { level: level(word.level) });
      default:
        return "code" in word
          ? t(`referral.${word.key}`, { target: target(word.code) })
          : t(word.key);
    }
  };
  const who = ({ actorName: name, actorKind, acting }: TimelineEntry): string => {
    if (name === null) return t(`actors.${actorKind}`);
    if (acting === null) return t("by", { name });
    const { kind, role, letterNumber: letter } = acting;
    return t(`acting.${kind}`, { name, role: roleName(role), letter });
  };

  return {
    sentence: (entry: TimelineEntry): string => `${what(entry)} ${who(entry)}`,
    drawn: (entry: TimelineEntry): Drawn => ({
      id: entry.id,
      kind: eventWord(entry).kind,
      title: titled(what(entry), who(entry)),
      time: longDateTime(entry.at),
      dateTime: entry.at.toISOString(),
      detail: quotedWords(entry),
    }),
  };
}

const titled = (what: string, who: string): ReactNode => (
  <>
    <b className="font-semibold">{what}</b> {who}
  </>
);

/** Notes stand beside the timeline; only the words that belong to an act are repeated here. */
function quotedWords(entry: TimelineEntry): ReactNode {
  const isOwnWords = entry.type !== "case.note-added" && entry.payload.onBehalf !== true;
  return entry.note !== null && entry.note !== "" && isOwnWords ? `“${entry.note}”` : undefined;
}
