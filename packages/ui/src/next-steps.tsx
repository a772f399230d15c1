"use client";

import { Ban } from "lucide-react";
import { type ReactNode, useId } from "react";
import { AppLink } from "./app-link";
import { cx } from "./class-names";
import { Kbd } from "./kbd";
import { TurnMarker } from "./turn-marker";

export interface NextStep {
  id: string;
  /** Verb phrase: "Ingatkan Kasi Pemerintahan". */
  title: string;
  /** What follows: "Pengingat ke-2. Senin naik ke Sekcam." */
  consequence?: string;
  /** Reason it cannot be done now, starting "Belum bisa:". Blocked steps stay visible, last. */
  blocked?: string;
  /** 16 px icon. */
  icon?: ReactNode;
  /** Single key; binding it is the caller's task. */
  hint?: string;
  /** The one recommended act. */
  main?: boolean;
  /** A step that is another page instead of an act. */
  href?: string;
  pending?: boolean;
}

export interface NextStepsProps {
  title: string;
  /** Who is to move: "Giliran Anda" (mine) or "Giliran: Kasi Kessos". */
  turn?: { label: string; mine: boolean };
  steps: readonly NextStep[];
  onStep?: (id: string) => void;
  /** "Tindakan lain": a menu for what does not fit in five rows. */
  more?: ReactNode;
  level?: 2 | 3;
  className?: string;
}

/** What can be done next, and why something cannot. The caller decides; nothing is invented. */
export function NextSteps(props: NextStepsProps) {
  const { title, turn, steps, onStep, more, level = 2 } = props;
  const headingId = useId();
  const Heading = `h${level}` as const;
  const ordered = [...steps].sort((one, other) => rank(one) - rank(other));
  return (
    <section
      aria-labelledby={headingId}
      className={cx(
        "overflow-hidden rounded-r3 border border-brand-line bg-surface",
        props.className,
      )}
    >
      <header className="flex min-h-10 items-center gap-2 border-b border-brand-line bg-brand-soft px-3 py-2">
        <Heading id={headingId} className="text-control font-bold">
          {title}
        </Heading>
        <span className="ml-auto text-meta text-text-2">
          {turn?.mine ? <TurnMarker as="chip" label={turn.label} /> : turn?.label}
        </span>
      </header>
      <ul>
        {ordered.map((step) => (
          <li key={step.id} className="border-b border-line last:border-b-0">
            <StepRow step={step} onStep={onStep} />
          </li>
        ))}
      </ul>
      {more ? <div className="border-t border-line px-1.5 py-1">{more}</div> : null}
    </section>
  );
}

function rank(step: NextStep): number {
  return step.blocked ? 2 : step.main ? 0 : 1;
}

function StepRow({ step, onStep }: { step: NextStep; onStep?: (id: string) => void }) {
  const reasonId = useId();
  const look = cx(
    "grid w-full grid-cols-[20px_1fr_auto] items-start gap-2.5 px-3 py-[9px] text-left",
    "focus-visible:outline-offset-[-2px] transition-colors duration-(--m-fast)",
    step.blocked ? "cursor-not-allowed" : step.main ? "bg-turn-soft" : "hover:bg-hover",
  );
  const body = <StepBody step={step} reasonId={reasonId} />;
  if (step.href && !step.blocked) {
    return (
      <AppLink href={step.href} className={look}>
        {body}
      </AppLink>
    );
  }
  return (
    <button
      type="button"
      className={look}
      aria-disabled={Boolean(step.blocked) || step.pending || undefined}
      aria-busy={step.pending || undefined}
      aria-describedby={step.blocked || step.consequence ? reasonId : undefined}
      aria-keyshortcuts={step.blocked ? undefined : step.hint}
      onClick={() => {
        if (!step.blocked && !step.pending) {
          onStep?.(step.id);
        }
      }}
    >
      {body}
    </button>
  );
}

function StepBody({ step, reasonId }: { step: NextStep; reasonId: string }) {
  return (
    <>
      <span
        aria-hidden
        className={cx(
          "mt-0.5",
          step.blocked ? "text-text-3" : step.main ? "text-turn-text" : "text-brand",
        )}
      >
        {step.blocked ? <Ban size={16} /> : step.icon}
      </span>
      <span className="min-w-0">
        <span
          className={cx(
            "block text-control font-semibold",
            step.blocked ? "text-text-2" : "text-text",
          )}
        >
          {step.title}
        </span>
        <span id={reasonId} className="block text-meta text-text-2">
          {step.blocked ?? step.consequence}
        </span>
      </span>
      {step.hint && !step.blocked ? (
        <span aria-hidden className="pointer-coarse:hidden">
          <Kbd>{step.hint}</Kbd>
        </span>
      ) : null}
    </>
  );
}
