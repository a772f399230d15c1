"use client";

import type { CaseAction, NextStep } from "@rembuk/domain/cases/lifecycle";
import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Menu } from "@rembuk/ui/menu";
import { NextSteps, type NextStep as StepRow } from "@rembuk/ui/next-steps";
import {
  Archive,
  BadgeCheck,
  CircleCheckBig,
  CornerUpLeft,
  Ellipsis,
  GitFork,
  Handshake,
  Link2,
  type LucideIcon,
  Merge,
  MessageCirclePlus,
  MessageCircleQuestion,
  Pause,
  PencilLine,
  Play,
  RotateCcw,
  Signpost,
  Split,
  SquareCheck,
  Stamp,
  ThumbsUp,
  Undo2,
  Ungroup,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactElement, useRef, useState } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";
import { useShortcutSetting } from "../use-shortcuts";
import { useCaseWords } from "../wording/use-case-words";
import { titleKey } from "./action-frame";
import { AmendForm } from "./amend-form";
import { AcceptForm, DeclineForm, ResolveForm } from "./answer-forms";
import { DisposeForm, ReturnProposalForm } from "./disposition-forms";
import { HoldForm, ResumeForm } from "./hold-forms";
import { ArchiveForm, AskInfoForm, CancelForm, CompleteForm, RedirectForm } from "./intake-forms";
import { MergeForm, UndoMergeForm } from "./merge-forms";
import { RouteForm } from "./route-form";
import { SendLinkForm } from "./send-link-form";
import { CloseForm, ConfirmForm, ReopenForm } from "./settle-forms";
import { SplitForm } from "./split-form";
import { TriageForm } from "./triage-form";
import type { ActionFormProps } from "./use-action-form";

interface Look {
  /** Single key; j, k, o, x, c and u of the queue are taken. */
  readonly key: string;
  readonly icon: LucideIcon;
  readonly form: (props: ActionFormProps) => ReactElement;
}

const looks: Record<CaseAction, Look> = {
  triage: { key: "v", icon: BadgeCheck, form: TriageForm },
  route: { key: "d", icon: Split, form: RouteForm },
  dispose: { key: "d", icon: Stamp, form: DisposeForm },
  "return-proposal": { key: "b", icon: CornerUpLeft, form: ReturnProposalForm },
  accept: { key: "a", icon: Handshake, form: AcceptForm },
  decline: { key: "b", icon: CornerUpLeft, form: DeclineForm },
  resolve: { key: "s", icon: CircleCheckBig, form: ResolveForm },
  confirm: { key: "y", icon: ThumbsUp, form: ConfirmForm },
  reopen: { key: "l", icon: RotateCcw, form: ReopenForm },
  hold: { key: "t", icon: Pause, form: HoldForm },
  resume: { key: "p", icon: Play, form: ResumeForm },
  "send-link": { key: "i", icon: Link2, form: SendLinkForm },
  close: { key: "q", icon: SquareCheck, form: CloseForm },
  "ask-info": { key: "m", icon: MessageCircleQuestion, form: AskInfoForm },
  complete: { key: "n", icon: MessageCirclePlus, form: CompleteForm },
  amend: { key: "e", icon: PencilLine, form: AmendForm },
  redirect: { key: "w", icon: Signpost, form: RedirectForm },
  archive: { key: "r", icon: Archive, form: ArchiveForm },
  cancel: { key: "z", icon: Undo2, form: CancelForm },
  merge: { key: "g", icon: Merge, form: MergeForm },
  "undo-merge": { key: "g", icon: Ungroup, form: UndoMergeForm },
  split: { key: "f", icon: GitFork, form: SplitForm },
};

/** The server's steps in words: verb, consequence, or the reason why not. */
function useStepRows(kase: CaseDetail): readonly StepRow[] {
  const t = useTranslations("caseActions");
  const { shortHolder } = useCaseWords();
  const { longDate } = useFormat(kase.calendar.zone);
  const who = shortHolder(kase.holder, kase.village.name);
  const referrals = useTranslations("referrals");
  const openReferrals = kase.referrals.filter((one) => one.isBlocking).map((one) => one.name);
  const openTasks = kase.tasks.filter((task) => task.isMandatory && task.doneAt === null).length;
  const reasonOf = ({ reason }: NextStep): string | undefined => {
    if (reason === null) return undefined;
    if (reason === "WINDOW_OPEN" && kase.confirmBy !== null)
      return t("blockedWindow", { date: longDate(kase.confirmBy) });
    if (reason === "REFERRALS_OPEN" && openReferrals.length > 0)
      return referrals("blockedNames", { names: openReferrals.join(", ") });
    if (reason === "TASKS_OPEN" && openTasks > 0)
      return referrals("blockedTasks", { count: openTasks });
    return t(`blocked.${reason}`);
  };
  return kase.nextSteps.map((step) => {
    const { action, onBehalf, recommended } = step;
    const title = t(titleKey(kase, action));
    const spoken = action === "cancel" ? t("theReporter") : who;
    const { key, icon: Icon } = looks[action];
    return {
      id: action,
      // Before there is a holder there is nobody to speak for.
      title:
        onBehalf && step.allowed ? t("onBehalfTitle", { action: title, holder: spoken }) : title,
      consequence: t(`${action}.consequence`),
      blocked: step.allowed ? undefined : reasonOf(step),
      icon: <Icon size={16} />,
      hint: key,
      main: recommended,
    };
  });
}

interface CaseNextStepsProps {
  kase: CaseDetail;
  level?: 2 | 3;
  /** After an act was done or its window closed. */
  onSettled?: () => void;
}

/** The window gives the focus back first. */
const AFTER_CLOSING_MS = 80;

/** More rows than this are no longer a choice at a glance; the rest stands in a menu. */
const MOST_ROWS = 5;

/** What can be done next and why something cannot, with the form of each act. */
export function CaseNextSteps({ kase, level = 2, onSettled }: CaseNextStepsProps) {
  const t = useTranslations("case.steps");
  const { shortHolder } = useCaseWords();
  const shortcuts = useShortcutSetting();
  const rows = useStepRows(kase);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<NextStep | null>(null);
  const who = shortHolder(kase.holder, kase.village.name);
  const turn = kase.isMyTurn
    ? { label: t("yours"), mine: true }
    : { label: t("turn", { holder: who }), mine: false };
  const start = (id: string) => setOpen(kase.nextSteps.find((step) => step.action === id) ?? null);
  const close = () => {
    setOpen(null);
    onSettled?.();
    // The step that opened the window may be gone: then the focus stays with the panel.
    setTimeout(() => {
      if (document.activeElement === document.body) box.current?.focus();
    }, AFTER_CLOSING_MS);
  };
  const Form = open ? looks[open.action].form : null;
  return (
    <div ref={box} tabIndex={-1} className="rounded-r3 outline-none">
      <NextSteps
        level={level}
        title={rows.length > 0 ? t("title") : t(isJudgedHere(kase) ? "judge" : "nothing")}
        turn={kase.closedAt === null ? turn : undefined}
        steps={rows.slice(0, MOST_ROWS)}
        shortcuts={shortcuts.on && open === null}
        onStep={start}
        more={
          rows.length === 0 ? (
            <NoStep kase={kase} who={who} />
          ) : rows.length > MOST_ROWS ? (
            <OtherSteps rows={rows.slice(MOST_ROWS)} onStep={start} />
          ) : undefined
        }
      />
      {Form && open ? <Form kase={kase} step={open} onClose={close} /> : null}
    </div>
  );
}

/** A merged report whose answer the reader has not judged yet. */
const isJudgedHere = ({ related: { carriedBy } }: CaseDetail): boolean =>
  carriedBy !== null && carriedBy.judging !== null && carriedBy.settledAt === null;

/** Who moves instead, or where the reader's word is asked for. */
function NoStep({ kase, who }: { kase: CaseDetail; who: string }) {
  const t = useTranslations("case.steps");
  if (isJudgedHere(kase))
    return (
      <p className="px-1.5 py-1 text-control">
        <TextLink href="#jawaban-gabungan">{t("judgeText")}</TextLink>
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
