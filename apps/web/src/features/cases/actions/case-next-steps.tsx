"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { atRest } from "@rembuk/ui/later";
import { Menu } from "@rembuk/ui/menu";
import { NextSteps, type NextStep as StepRow } from "@rembuk/ui/next-steps";
import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { CaseAct } from "@/components/shortcuts/shortcut-table";
import { useKeys, useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import type { CaseDetail } from "../case-data";
import { useCurrentCase } from "../palette/current-case";
import { useCaseWords } from "../wording/use-case-words";
import { actForKey, actLetters } from "./act-for-key";
import { useStepRows } from "./use-step-rows";

// The forms of all acts weigh as much as the page: they come when it is at rest, so that a letter opens its
// window at once.
const loadWindow = () => import("./case-act-window").then((window) => window.CaseActWindow);
const CaseActWindow = dynamic(loadWindow, { ssr: false });
const fetchWindow = () => void loadWindow().catch(() => undefined);

interface CaseNextStepsProps {
  kase: CaseDetail;
  level?: 2 | 3;
  /** Beside a list, which binds the letters to its chosen row and opens the windows itself. */
  onAct?: (act: CaseAct) => void;
  /** After an act was done or its window closed. */
  onSettled?: () => void;
}

/** The window gives the focus back first. */
const AFTER_CLOSING_MS = 80;

/** More rows than this are no longer a choice at a glance; the rest stands in a menu. */
const MOST_ROWS = 5;

/** What can be done next and why something cannot, with the form of each act. */
export function CaseNextSteps({ kase, level = 2, onAct, onSettled }: CaseNextStepsProps) {
  const t = useTranslations("case.steps");
  const { shortHolder } = useCaseWords();
  const rows = useStepRows(kase);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<CaseAct | null>(null);
  useEffect(() => atRest(fetchWindow), []);
  useActKeys(kase, setOpen, !onAct && open === null);
  useCurrentCase(onAct ? null : { caseId: kase.id, kase, start: setOpen });
  const who = shortHolder(kase.holder, kase.village.name);
  const turn = kase.isMyTurn
    ? { label: t("yours"), mine: true }
    : { label: t("turn", { holder: who }), mine: false };
  const start = (id: string) => {
    const step = kase.nextSteps.find((one) => one.action === id);
    if (step) (onAct ?? setOpen)(step.action);
  };
  const close = () => {
    setOpen(null);
    onSettled?.();
    // The step that opened the window may be gone: then the focus stays with the panel.
    setTimeout(() => {
      if (document.activeElement === document.body) box.current?.focus();
    }, AFTER_CLOSING_MS);
  };
  return (
    <div ref={box} tabIndex={-1} className="rounded-r3 outline-none">
      <NextSteps
        level={level}
        title={rows.length > 0 ? t("title") : t(waitingElsewhere(kase)?.title ?? "nothing")}
        turn={kase.closedAt === null ? turn : undefined}
        steps={rows.slice(0, MOST_ROWS)}
        onStep={start}
        more={
          rows.length === 0 ? (
            <NoStep kase={kase} who={who} />
          ) : rows.length > MOST_ROWS ? (
            <OtherSteps rows={rows.slice(MOST_ROWS)} onStep={start} />
          ) : undefined
        }
      />
      {open ? <CaseActWindow key={open} kase={kase} act={open} onClose={close} /> : null}
    </div>
  );
}

/** The letters of the acts on this case; one that is no act here does nothing. */
function useActKeys(kase: CaseDetail, start: (act: CaseAct) => void, on: boolean): void {
  const shortcuts = useShortcutSetting();
  const acts = actLetters.map((key) => {
    const act = actForKey(kase, key);
    return [key, act ? () => start(act) : undefined] as const;
  });
  useKeys(Object.fromEntries(acts), shortcuts.on && on);
}

/** What else of the page waits for the reader: a merged report's answer to judge, a referral of theirs. */
const waitingElsewhere = ({ id, related: { carriedBy }, referrals }: CaseDetail) => {
  if (carriedBy !== null && carriedBy.judging !== null && carriedBy.settledAt === null)
    return { title: "judge", text: "judgeText", href: `/kasus/${id}#jawaban-gabungan` } as const;
  if (referrals.some((referral) => referral.isMine && referral.steps.length > 0))
    return { title: "referral", text: "referralText", href: `/kasus/${id}#rujukan` } as const;
  return null;
};

/** Who moves instead, or where the reader's word is asked for. */
function NoStep({ kase, who }: { kase: CaseDetail; who: string }) {
  const t = useTranslations("case.steps");
  const waiting = waitingElsewhere(kase);
  if (waiting)
    return (
      <p className="px-1.5 py-1 text-control">
        <TextLink href={waiting.href}>{t(waiting.text)}</TextLink>
      </p>
    );
  return (
    <p className="px-1.5 py-1 text-meta text-text-2">
      {kase.closedAt === null ? t("nothingText", { holder: who }) : t("nothingDone")}
    </p>
  );
}

/** Steps that found no row, with their reasons. */
function OtherSteps(props: { rows: readonly StepRow[]; onStep: (id: string) => void }) {
  const t = useTranslations("case");
  return (
    <Menu
      align="start"
      trigger={
        <Button tone="quiet" size="small" icon={<Ellipsis size={14} aria-hidden />}>
          {t("moreActions")}
        </Button>
      }
      items={props.rows.map((row) => ({
        id: row.id,
        label: row.title,
        icon: row.icon,
        blocked: row.blocked,
        hint: row.blocked ? undefined : row.hint,
        onSelect: () => props.onStep(row.id),
      }))}
    />
  );
}
