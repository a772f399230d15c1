"use client";

import { isUnverified } from "@rembuk/domain/cases/model";
import { Chip } from "@rembuk/ui/chip";
import { StatusWord } from "@rembuk/ui/status-glyph";
import {
  ChevronsUp,
  EyeOff,
  FileInput,
  Lock,
  MessageCircleQuestionMark,
  ShieldAlert,
  Siren,
  TrendingUp,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";
import { levelKey } from "./use-clock-figures";

/** State and everything that sets this case apart; each with a shape and a word. */
export function CaseChips({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.chips");
  const whole = useTranslations("case");
  const status = useTranslations("case.status");
  const waits = kase.holder.kind === "leaders";
  const priority = useTranslations("case.priority");
  const level = useTranslations("case.escalation.level");
  const { shortDateTime } = useFormat(kase.calendar.zone);
  const isOpen = kase.closedAt === null;
  const worst = Math.min(kase.total.daysLeft, isOpen ? kase.stage.daysLeft : 0);
  const raised = isOpen ? levelKey(kase.escalationLevel) : null;
  const isUrgent = kase.priority === "TINGGI" || kase.priority === "DARURAT";
  return (
    <>
      <Chip className="text-text!">
        <StatusWord
          state={kase.status}
          label={waits ? whole("awaitsDisposition") : status(kase.status)}
        />
      </Chip>
      {isUnverified(kase) ? (
        <Chip tone="warn" icon={<MessageCircleQuestionMark size={12} aria-hidden />}>
          {t("unverified")}
        </Chip>
      ) : null}
      {kase.channel === "import" ? (
        <Chip icon={<FileInput size={12} aria-hidden />}>{t("imported")}</Chip>
      ) : null}
      {worst < 0 ? (
        <Chip tone="bad" icon={<TriangleAlert size={12} aria-hidden />}>
          {t("late", { days: -worst })}
        </Chip>
      ) : null}
      {kase.isEmergency ? (
        <Chip tone="bad" icon={<Siren size={12} aria-hidden />}>
          {kase.responseDueAt !== null && kase.firstFollowUpAt === null
            ? t("responseDue", { date: shortDateTime(kase.responseDueAt) })
            : t("emergency")}
        </Chip>
      ) : null}
      {kase.isSupervisory ? (
        <Chip tone="secret" icon={<ShieldAlert size={12} aria-hidden />}>
          {t("supervisory")}
        </Chip>
      ) : kase.isSecret ? (
        <Chip tone="secret" icon={<Lock size={12} aria-hidden />}>
          {t("secret")}
        </Chip>
      ) : null}
      {kase.privacy === "ANONYMOUS" ? (
        <Chip icon={<EyeOff size={12} aria-hidden />}>{t("anonymous")}</Chip>
      ) : null}
      {isUrgent ? (
        <Chip icon={<ChevronsUp size={12} aria-hidden />}>{priority(kase.priority)}</Chip>
      ) : null}
      {raised === null ? null : (
        <Chip tone="warn" icon={<TrendingUp size={12} aria-hidden />}>
          {t("escalated", { level: level(raised) })}
        </Chip>
      )}
    </>
  );
}
