"use client";

import type { AreaSummary } from "@rembuk/services/areas/queries";
import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { AppLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { SyncBar } from "@rembuk/ui/sync-bar";
import { ArrowLeft, ArrowRight, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { emptyEntry, fieldId, type IntakeField, problemsOf } from "@/features/intake/intake-entry";
import { useIntakeDraft } from "@/features/intake/use-intake-draft";
import { SUBMIT_ID, useIntakeSubmit } from "@/features/intake/use-intake-submit";
import { CheckStep } from "./check-step";
import { KindStep } from "./kind-step";
import { StoryStep } from "./story-step";
import { useOnline } from "./use-online";
import { type Step, useStep } from "./use-step";
import { WhoStep } from "./who-step";

export interface NewProblemProps {
  userId: string;
  /** The reader's own villages; empty when a sector partner chooses from its regency. */
  villages: readonly AreaSummary[];
  /** Where a sector partner may search: "63.11". */
  searchUnder: string | null;
  categories: readonly CategoryOption[];
  demo: boolean;
}

const fieldsOfStep: Record<Step, readonly IntakeField[]> = {
  1: ["name", "phone", "nik", "heardAt", "village"],
  2: ["category"],
  3: ["story"],
  4: ["caseTitle"],
};

/** A village's problem in four steps for one thumb; every entry is kept on the device. */
export function NewProblem(props: NewProblemProps) {
  const words = useTranslations("intake.problem");
  const [empty] = useState(() =>
    emptyEntry("citizen", props.villages.length === 1 ? (props.villages[0]?.code ?? null) : null),
  );
  const draft = useIntakeDraft("desa", props.userId, empty);
  const { zone } = useFormat();
  const [openedAt] = useState(() => new Date());
  const check = { zone, now: openedAt, demo: props.demo };
  const sending = useIntakeSubmit({ draft, check, channel: "village" });
  const { step, goTo } = useStep();
  const [tried, setTried] = useState<{ step: Step; times: number }>({ step, times: 0 });
  const all = problemsOf(draft.entry, check);
  const problemsAt = (one: Step) => all.filter((field) => fieldsOfStep[one].includes(field));
  const open = problemsAt(step);
  const shown = tried.step === step && tried.times > 0 ? open : [];
  const errors = Object.fromEntries(shown.map((field) => [field, words(field)]));
  const summary = shown.map((field) => ({ fieldId: fieldId(field), message: words(field) }));
  const parts = {
    entry: draft.entry,
    change: draft.change,
    errors: { ...sending.errors, ...errors },
  };
  const category = props.categories.find((one) => one.code === draft.entry.categoryCode);
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    // Whoever came straight to a later step is led back to the first one that lacks something.
    const lacking = ([1, 2, 3] as const).find((one) => one <= step && problemsAt(one).length > 0);
    setTried({ step: lacking ?? step, times: tried.times + 1 });
    if (lacking) return lacking === step ? undefined : goTo(lacking);
    if (step === 4) return sending.submit();
    goTo((step + 1) as Step);
  };
  const problems = step === 4 ? sending.summary : summary;
  return (
    <form
      noValidate
      data-density="lapang"
      onSubmit={goOn}
      className="mx-auto flex min-h-0 w-full max-w-[640px] flex-1 flex-col bg-surface"
    >
      <FormHead step={step} onBack={step > 1 ? () => goTo((step - 1) as Step) : null} />
      <DraftBar draft={draft} />
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 pt-4 pb-6 *:flex-none">
        <ErrorSummary
          title={step === 4 ? sending.title : words("title", { count: problems.length })}
          errors={problems}
          attempt={step === 4 ? sending.attempt : tried.times}
        />
        {step === 1 ? <WhoStep {...parts} {...props} check={check} /> : null}
        {step === 2 ? <KindStep {...parts} categories={props.categories} /> : null}
        {step === 3 ? <StoryStep {...parts} category={category} onChange={() => goTo(2)} /> : null}
        {step === 4 ? (
          <CheckStep {...parts} villages={props.villages} category={category} goTo={goTo} />
        ) : null}
      </div>
      <FormFoot step={step} isPending={sending.isPending} onKeep={draft.save} />
    </form>
  );
}

function FormHead({ step, onBack }: { step: Step; onBack: (() => void) | null }) {
  const t = useTranslations("village.form");
  const look = "flex size-11 items-center justify-center rounded-r2 hover:bg-hover";
  return (
    <header className="flex-none">
      <div className="flex min-h-14 items-center gap-1 px-1.5">
        {onBack ? (
          <button type="button" onClick={onBack} aria-label={t("back")} className={look}>
            <ArrowLeft size={20} aria-hidden />
          </button>
        ) : (
          <AppLink href="/" aria-label={t("back")} className={look}>
            <ArrowLeft size={20} aria-hidden />
          </AppLink>
        )}
        <h1 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h1>
        <span className="ml-auto pr-2.5 text-14 text-text-2">{t("step", { step })}</span>
      </div>
      <div aria-hidden className="grid grid-cols-4 gap-0.5">
        {[1, 2, 3, 4].map((at) => (
          <span key={at} className={`h-1 ${at <= step ? "bg-brand" : "bg-line"}`} />
        ))}
      </div>
    </header>
  );
}

function DraftBar({ draft }: { draft: ReturnType<typeof useIntakeDraft> }) {
  const t = useTranslations("village.form");
  const words = useTranslations("intake.draft");
  const { clockTime } = useFormat();
  const online = useOnline();
  if (!online) return <SyncBar state="offline" title={t("offline")} detail={t("offlineDetail")} />;
  if (!draft.savedAt) return null;
  return (
    <SyncBar
      state="sent"
      title={words("saved", { time: clockTime(draft.savedAt) })}
      detail={draft.isRestored ? t("restored") : undefined}
      action={
        draft.isRestored ? (
          <Button size="small" tone="quiet" onClick={draft.startAnew}>
            {t("discard")}
          </Button>
        ) : undefined
      }
    />
  );
}

function FormFoot({
  step,
  isPending,
  onKeep,
}: {
  step: Step;
  isPending: boolean;
  onKeep: () => void;
}) {
  const t = useTranslations("village.form");
  const last = step === 4;
  return (
    <footer className="grid flex-none grid-cols-[1fr_1.6fr] gap-2.5 border-t border-line bg-surface px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      <Button size="large" className="px-2!" onClick={onKeep}>
        {t("keep")}
      </Button>
      <Button
        type="submit"
        id={SUBMIT_ID}
        size="large"
        tone="primary"
        className="px-2!"
        pending={isPending}
        pendingLabel={t("sending")}
        icon={last ? <Send size={20} aria-hidden /> : null}
      >
        {t(last ? "send" : "next")}
        {last ? null : <ArrowRight size={20} aria-hidden />}
      </Button>
    </footer>
  );
}
