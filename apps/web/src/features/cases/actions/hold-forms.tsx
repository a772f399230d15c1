"use client";

import { addDays, localDate } from "@rembuk/domain/calendars/local-date";
import { instantAt, toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { Zone } from "@rembuk/domain/calendars/zone";
import { holdCaseCommand } from "@rembuk/domain/cases/commands";
import { holdReasons } from "@rembuk/domain/cases/model";
import { maximumHoldDays } from "@rembuk/domain/cases/working";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useTRPCClient } from "@/lib/trpc";
import { joinTexts } from "../replies/join-texts";
import { ReplyPicker } from "../replies/reply-picker";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const END_OF_DAY = 16 * 60 + 30;

/** First and last day that a hold may end on, as a date control takes them. */
function holdRange(zone: Zone) {
  const today = toLocalDate(new Date(), zone);
  // One less than the maximum: the hold ends in the afternoon of its day.
  return { first: addDays(today, 1), last: addDays(today, maximumHoldDays - 1) };
}

const holdSchema = (zone: Zone) => {
  const { first, last } = holdRange(zone);
  return holdCaseCommand
    .pick({ waitingFor: true, reason: true })
    .extend({ until: z.iso.date().refine((date) => date >= first && date <= last) });
};
type HoldValues = z.infer<ReturnType<typeof holdSchema>>;

/** Pauses both clocks: what is waited for, why, until when. */
export function HoldForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields");
  const client = useTRPCClient();
  const { zone } = props.kase.calendar;
  const range = holdRange(zone);
  const action = useActionForm<HoldValues>({
    ...props,
    schema: holdSchema(zone),
    initial: {
      waitingFor: "" as HoldValues["waitingFor"],
      reason: props.prepared?.texts.reason ?? "",
      until: "",
    },
    words: { waitingFor: "waitingFor", reason: "reason", until: "until" },
    run: (base, { until, ...values }) =>
      client.cases.hold.mutate({
        ...base,
        ...values,
        until: instantAt(localDate(until), END_OF_DAY, zone),
      }),
  });
  const { form, field } = action;
  return (
    <ActionFrame {...props} action={action}>
      <Field {...field("waitingFor")} group>
        <RadioGrid
          name="waitingFor"
          options={holdReasons.map((one, at) => ({
            value: one,
            label: t(`waitingFor.${one}`),
            digit: String(at + 1),
          }))}
          value={form.watch("waitingFor") || null}
          onChange={(next) => {
            const found = holdReasons.find((one) => one === next);
            if (found) form.setValue("waitingFor", found, { shouldDirty: true });
          }}
        />
      </Field>
      <ReplyPicker
        caseId={props.kase.id}
        use="hold"
        onPick={({ texts }) => {
          const written = joinTexts(form.getValues("reason"), texts.reason);
          form.setValue("reason", written, { shouldDirty: true });
          form.setFocus("reason");
        }}
      />
      <Field {...field("reason")}>
        <Textarea maxLength={2000} {...form.register("reason")} />
      </Field>
      <Field {...field("until")} hint={t("until.hint")}>
        <TextInput
          type="date"
          min={range.first}
          max={range.last}
          className="max-w-60"
          {...form.register("until")}
        />
      </Field>
    </ActionFrame>
  );
}

/** The pause ends. */
export function ResumeForm(props: ActionFormProps) {
  const client = useTRPCClient();
  const action = useActionForm<Record<string, never>>({
    ...props,
    schema: z.record(z.string(), z.never()),
    initial: {},
    words: {},
    run: (base) => client.cases.resume.mutate(base),
  });
  return <ActionFrame {...props} action={action} size="small" />;
}
