"use client";

import { localDate } from "@rembuk/domain/calendars/local-date";
import { instantAt, toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { Zone } from "@rembuk/domain/calendars/zone";
import { onBehalf } from "@rembuk/domain/cases/commands";
import { behalfWays } from "@rembuk/domain/cases/model";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useCaseWords } from "../wording/use-case-words";
import type { ActionFormProps, FieldWord } from "./use-action-form";

const WALL = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;

/** The instant of "2026-11-20T10:30" on the office's wall; null when it is no such time. */
export function fromWall(text: string, zone: Zone): Date | null {
  const [, date, hours, minutes] = WALL.exec(text) ?? [];
  if (!date || Number.isNaN(Date.parse(date))) return null;
  return instantAt(localDate(date), Number(hours) * 60 + Number(minutes), zone);
}

/** An instant as a `datetime-local` control takes it, on the office's wall. */
export function toWall(instant: Date, zone: Zone): string {
  const date = toLocalDate(instant, zone);
  const minutes = Math.floor(
    (instant.getTime() - instantAt(localDate(date), 0, zone).getTime()) / 60_000,
  );
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Who, how and when, as the form holds them: text until it is sent. */
export const behalfFields = (zone: Zone) =>
  z.object({
    who: onBehalf.shape.who,
    how: onBehalf.shape.how,
    when: z.string().refine((text) => {
      const instant = fromWall(text, zone);
      return instant !== null && instant <= new Date();
    }),
  });
export type BehalfValues = z.infer<ReturnType<typeof behalfFields>>;

export const behalfWords: Readonly<Record<string, FieldWord>> = {
  "onBehalf.who": "who",
  "onBehalf.how": "how",
  "onBehalf.when": "when",
};

/** Nothing chosen yet: `how` has no default, because a guess would be recorded as a fact. */
export const behalfInitial = (zone: Zone): BehalfValues => ({
  who: "",
  how: "" as BehalfValues["how"],
  when: toWall(new Date(), zone),
});

/** As the command takes it. */
export const behalfCommand = (values: BehalfValues | null | undefined, zone: Zone) => {
  const when = values ? fromWall(values.when, zone) : null;
  return values && when ? { who: values.who, how: values.how, when } : null;
};

/** Who, how and when are part of the form only when it speaks in the holder's name. */
export function behalfOf({ kase, step }: ActionFormProps) {
  const { zone } = kase.calendar;
  const words: Readonly<Record<string, FieldWord>> = step.onBehalf ? behalfWords : {};
  return {
    schema: step.onBehalf ? behalfFields(zone) : z.null(),
    initial: step.onBehalf ? behalfInitial(zone) : null,
    words,
    command: (values: BehalfValues | null) => behalfCommand(values, zone),
  };
}

/** In whose name it is said: who holds the case, or who brought it when it is taken back. */
export function useSpokenFor({ kase, step }: Pick<ActionFormProps, "kase" | "step">): string {
  const t = useTranslations("caseActions");
  const { holder } = useCaseWords();
  return step.action === "cancel" ? t("theReporter") : holder(kase.holder, kase.village.name);
}

interface BehalfFieldsProps extends Pick<ActionFormProps, "kase" | "step"> {
  field: (path: string) => { id: string; label: string; error: string | undefined };
  value: BehalfValues;
  onChange: (value: BehalfValues) => void;
}

/** From whom the answer is, how it came and when: kept with the case. */
export function BehalfFields({ kase, step, field, value, onChange }: BehalfFieldsProps) {
  const t = useTranslations("caseActions");
  const who = useSpokenFor({ kase, step });
  return (
    <fieldset className="flex flex-col gap-3 rounded-r2 border border-line bg-surface-2 p-3">
      <legend className="px-1 text-control font-bold">
        {t("onBehalf.title", { holder: who })}
      </legend>
      <p className="text-meta text-text-2">{t("onBehalf.text")}</p>
      <Field {...field("onBehalf.who")} hint={t("fields.who.hint", { holder: who })}>
        <TextInput
          value={value.who}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, who: event.target.value })}
        />
      </Field>
      <Field {...field("onBehalf.how")} group>
        <RadioGrid
          name="onBehalf.how"
          options={behalfWays.map((one) => ({ value: one, label: t(`fields.how.${one}`) }))}
          value={value.how || null}
          onChange={(next) => {
            const how = behalfWays.find((one) => one === next);
            if (how) onChange({ ...value, how });
          }}
        />
      </Field>
      <Field
        {...field("onBehalf.when")}
        hint={t("fields.when.hint", { zone: kase.calendar.zone })}
        className="max-w-60"
      >
        <TextInput
          type="datetime-local"
          value={value.when}
          max={toWall(new Date(), kase.calendar.zone)}
          onChange={(event) => onChange({ ...value, when: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}
