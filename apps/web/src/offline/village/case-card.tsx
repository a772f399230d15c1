"use client";

import type { PhoneAct } from "@rembuk/domain/staff/sealing";
import type { CarriedCase, CarriedReferral } from "@rembuk/services/cases/take-village-cases";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { CircleCheck, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { caseStatusWord } from "../case-status-word";
import { commandWord } from "../command-word";
import type { DeviceProfile } from "../device-database";
import { aboutOf, type CaseAct } from "./act-entry";
import { ActForm } from "./act-form";
import type { ActState } from "./act-states";

interface CaseCardProps {
  device: DeviceProfile;
  kase: CarriedCase;
  /** What this phone recorded of it since it was taken along. */
  states: ReadonlyMap<string, ActState>;
  onSaved: () => void;
}

/** One case of the village: where it stands, what the office answered, and what the village may say to it. */
export function CaseCard({ device, kase, states, onSaved }: CaseCardProps) {
  const t = useTranslations("offline.cases");
  const { shortDate } = useFormat();
  const { number, title, categoryName, status, dueAt, holderKind, holderName } = kase;
  const holder = holderKind === "village" ? t("village") : (holderName ?? t("desk"));
  return (
    <li className="flex flex-col gap-2 border-b border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-mono text-14">{number}</span>
        <Chip>{t(`status.${caseStatusWord(status)}`)}</Chip>
      </div>
      <p className="font-semibold break-words">{title}</p>
      <p className="text-14 text-text-2">
        {categoryName} · {t("at", { holder })} · {t("due", { date: shortDate(dueAt) })}
      </p>
      {kase.answer ? <OfficeAnswer answer={kase.answer} /> : null}
      {kase.mayConfirm ? (
        <Acts acts={["cases.confirm", "cases.reopen"]} {...{ device, kase, states, onSaved }} />
      ) : null}
      {kase.mayRelay ? (
        <Acts acts={["cases.relay"]} {...{ device, kase, states, onSaved }} />
      ) : null}
      {kase.referrals.map((referral) => (
        <div key={referral.id} className="flex flex-col gap-2">
          <p className="text-14 break-words">{t("asked", { asked: referral.asked })}</p>
          <Acts
            acts={referral.steps.map((step) => `referrals.${step}` as const)}
            {...{ device, kase, referral, states, onSaved }}
          />
        </div>
      ))}
    </li>
  );
}

function OfficeAnswer({ answer }: { answer: NonNullable<CarriedCase["answer"]> }) {
  const t = useTranslations("offline.cases");
  const { response, solution, followUp } = answer;
  return (
    <div className="rounded-r2 border border-line bg-ok-soft px-3 py-2 text-15">
      <p className="text-14 font-semibold">{t("answer")}</p>
      {[response, solution, followUp].filter(Boolean).map((words) => (
        <p key={words} className="break-words">
          {words}
        </p>
      ))}
    </div>
  );
}

const actLabels = {
  "cases.confirm": "confirm",
  "cases.reopen": "reopen",
  "cases.relay": "relay",
  "referrals.accept": "accept",
  "referrals.decline": "decline",
  "referrals.finish": "finish",
} as const;

interface ActsProps extends CaseCardProps {
  acts: readonly PhoneAct[];
  referral?: CarriedReferral;
}

/** Buttons of what may be said, the form of the one that was chosen, or what was recorded already. */
function Acts({ acts, device, kase, referral = undefined, states, onSaved }: ActsProps) {
  const t = useTranslations("offline.cases");
  const [chosen, setChosen] = useState<PhoneAct | null>(null);
  const wantedOf = (act: PhoneAct): CaseAct => ({ act, kase, referral: referral ?? null });
  const [first] = acts;
  const state = first && states.get(aboutOf(wantedOf(first)));
  if (state) return <Recorded state={state} />;
  if (chosen)
    return (
      <ActForm
        device={device}
        wanted={wantedOf(chosen)}
        onSaved={() => {
          setChosen(null);
          onSaved();
        }}
        onCancel={() => setChosen(null)}
      />
    );
  return (
    <div className="flex flex-wrap gap-2">
      {acts.map((act) => (
        <Button
          key={act}
          tone={act === "cases.confirm" ? "primary" : "secondary"}
          onClick={() => setChosen(act)}
        >
          {t(actLabels[act])}
        </Button>
      ))}
    </div>
  );
}

function Recorded({ state: { command, isSent } }: { state: ActState }) {
  const t = useTranslations("offline.cases");
  const words = useTranslations("offline.command");
  const what = words(commandWord[command]);
  return (
    <p role="status" className="flex items-start gap-2 text-14 font-semibold">
      {isSent ? (
        <CircleCheck size={18} aria-hidden className="mt-0.5 flex-none text-ok" />
      ) : (
        <Clock size={18} aria-hidden className="mt-0.5 flex-none text-text-2" />
      )}
      <span className="min-w-0 break-words">{t(isSent ? "gone" : "kept", { what })}</span>
    </p>
  );
}
