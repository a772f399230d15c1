"use client";

import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { NextStep } from "@rembuk/domain/cases/lifecycle";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import {
  BehalfFields,
  type BehalfValues,
  behalfCommand,
  behalfFields,
  behalfInitial,
} from "../actions/behalf-fields";
import type { CaseDetail } from "../case-data";
import { ActDialog } from "./act-dialog";
import { type CaseReferral, isPlain, type OpenAct } from "./referral-data";
import { useReferralAct } from "./use-referral-act";

/** An answer that somebody else writes down, as the fields of "on behalf" want it told. */
const inItsName: NextStep = {
  ...{ action: "accept", allowed: true, reason: null },
  ...{ onBehalf: true, recommended: false },
};

interface Values {
  readonly words: string;
  readonly happenedOn: string;
  readonly behalf: BehalfValues | null;
}

/** Sends the act to its procedure. */
function useRun(kase: CaseDetail, referral: CaseReferral, act: OpenAct["act"]) {
  const { referrals } = useTRPCClient();
  const { zone } = kase.calendar;
  return (clientActionId: string, { words, happenedOn, behalf }: Values): Promise<unknown> => {
    const base = {
      ...{ clientActionId, caseId: kase.id },
      ...{ referralId: referral.id, version: referral.version },
    };
    const onBehalf = behalfCommand(behalf, zone);
    if (act === "accept") return referrals.accept.mutate({ ...base, onBehalf });
    if (act === "acceptTransfer") return referrals.acceptTransfer.mutate(base);
    if (act === "milestone")
      return referrals.milestone.mutate({ ...base, words, happenedOn, onBehalf });
    if (act === "decline" || act === "finish" || act === "fail")
      return referrals[act].mutate({ ...base, words, onBehalf });
    return referrals[act].mutate({ ...base, words });
  };
}

/** What is wrong with the form; empty when it may be sent. */
function useProblems(kase: CaseDetail, act: OpenAct["act"], values: Values) {
  const t = useTranslations("referrals");
  const fields = useTranslations("caseActions.fields");
  const { zone } = kase.calendar;
  const problems = new Map<string, string>();
  if (!isPlain(act) && values.words.trim() === "")
    problems.set("words", t(`acts.${act as "decline"}.missing`));
  const today = toLocalDate(new Date(), zone);
  if (act === "milestone" && (values.happenedOn === "" || values.happenedOn > today))
    problems.set("happenedOn", t("whenMissing"));
  const told = values.behalf === null ? null : behalfFields(zone).safeParse(values.behalf);
  for (const issue of told?.error?.issues ?? []) {
    const path = String(issue.path[0]) as "who" | "how" | "when";
    problems.set(`onBehalf.${path}`, fields(`${path}.missing`));
  }
  return problems;
}

/** Any act on one referral: words, a date for a milestone, who told it when somebody else writes it down. */
export function ReferralActDialog(props: {
  kase: CaseDetail;
  referral: CaseReferral;
  open: OpenAct;
  onClose: () => void;
}) {
  const { kase, referral, onClose } = props;
  const { act, onBehalf } = props.open;
  const t = useTranslations("referrals");
  const fields = useTranslations("caseActions.fields");
  const { zone } = kase.calendar;
  const [attempt, setAttempt] = useState(0);
  const [values, setValues] = useState<Values>(() => ({
    words: "",
    happenedOn: toLocalDate(new Date(), zone),
    behalf: onBehalf ? behalfInitial(zone) : null,
  }));
  const run = useRun(kase, referral, act);
  const sender = useReferralAct<Values>({
    run,
    done: () => t(`acts.${act}.done`),
    onDone: onClose,
  });
  const problems = useProblems(kase, act, values);
  const shown = attempt > 0 ? problems : new Map<string, string>();
  const idOf = (path: string) => `${referral.id}-${path.replace(".", "-")}`;
  const change = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const title = t(`acts.${act}.title`);
  // The words of "on behalf" name the party, not the holder of the case.
  const asParty: CaseDetail = {
    ...kase,
    holder: { kind: "sector", code: referral.targetCode, name: referral.name },
  };
  return (
    <ActDialog
      title={onBehalf ? t("behalf", { action: title, name: referral.name }) : title}
      subject={`${kase.number} · ${referral.name}`}
      text={t(`acts.${act}.text`)}
      sendLabel={t(`acts.${act}.send`)}
      isSending={sender.isSending}
      failure={sender.failure}
      errors={[...shown].map(([path, message]) => ({ fieldId: idOf(path), message }))}
      attempt={attempt}
      onClose={onClose}
      onSend={() => {
        setAttempt(attempt + 1);
        if (problems.size === 0) sender.send(values);
      }}
    >
      {isPlain(act) ? null : (
        <Field
          id={idOf("words")}
          label={t(`acts.${act as "decline"}.words`)}
          error={shown.get("words")}
        >
          <Textarea
            rows={4}
            maxLength={act === "milestone" ? 600 : 2000}
            value={values.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        </Field>
      )}
      {act === "milestone" ? (
        <Field
          id={idOf("happenedOn")}
          label={t("when")}
          error={shown.get("happenedOn")}
          className="max-w-48"
        >
          <TextInput
            type="date"
            value={values.happenedOn}
            max={toLocalDate(new Date(), zone)}
            onChange={(event) => change({ happenedOn: event.target.value })}
          />
        </Field>
      ) : null}
      {values.behalf ? (
        <BehalfFields
          kase={asParty}
          step={inItsName}
          field={(path) => ({
            id: idOf(path),
            label: fields(`${path.slice("onBehalf.".length) as "who"}.label`),
            error: shown.get(path),
          })}
          value={values.behalf}
          onChange={(behalf) => change({ behalf })}
        />
      ) : null}
    </ActDialog>
  );
}
