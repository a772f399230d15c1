"use client";

import { meetingElements } from "@rembuk/domain/meetings/model";
import { Button } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  type AttendeeEntry,
  type DecisionEntry,
  meetingField,
  newAttendee,
  newDecision,
} from "./meeting-entry";

interface LinesProps<T> {
  legend: string;
  /** Of the buttons: "peserta". */
  one: string;
  error: string | undefined;
  items: readonly T[];
  fresh: () => T;
  onChange: (items: readonly T[]) => void;
  children: (item: T, at: number, change: (part: Partial<T>) => void) => ReactNode;
}

/** Lines of a form that grow and shrink. */
function Lines<T extends { readonly key: string }>(props: LinesProps<T>) {
  const t = useTranslations("meetings.lines");
  const { items, one, onChange } = props;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-control font-semibold">{props.legend}</legend>
      {props.error ? <FieldError>{props.error}</FieldError> : null}
      <ul className="flex flex-col gap-2">
        {items.map((item, at) => (
          <li key={item.key} className="flex items-start gap-1.5 rounded-r2 bg-sunken p-2">
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-cols-3">
              {props.children(item, at, (part) =>
                onChange(items.map((i) => (i.key === item.key ? { ...i, ...part } : i))),
              )}
            </div>
            <IconButton
              label={t("remove", { one, place: at + 1 })}
              icon={<X size={16} aria-hidden />}
              onClick={() => onChange(items.filter(({ key }) => key !== item.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...items, props.fresh()])}
      >
        {t("add", { one })}
      </Button>
    </fieldset>
  );
}

/** Who came. */
export function AttendeeLines(props: {
  attendees: readonly AttendeeEntry[];
  error: string | undefined;
  onChange: (attendees: readonly AttendeeEntry[]) => void;
}) {
  const t = useTranslations("meetings");
  return (
    <Lines
      legend={t("fields.attendees")}
      one={t("lines.attendee")}
      error={props.error}
      items={props.attendees}
      fresh={newAttendee}
      onChange={props.onChange}
    >
      {(item, at, change) => (
        <>
          {(["name", "position"] as const).map((part) => (
            <TextInput
              key={part}
              id={at === 0 && part === "name" ? meetingField("attendees") : undefined}
              aria-label={t("lines.of", { part: t(`lines.${part}`), place: at + 1 })}
              placeholder={t(`lines.${part}`)}
              maxLength={120}
              value={item[part]}
              onChange={(event) => change({ [part]: event.target.value })}
            />
          ))}
          <Select
            aria-label={t("lines.of", { part: t("lines.element"), place: at + 1 })}
            value={item.element}
            options={meetingElements.map((value) => ({ value, label: t(`element.${value}`) }))}
            onChange={(event) =>
              change({
                element: meetingElements.find((one) => one === event.target.value) ?? "office",
              })
            }
          />
        </>
      )}
    </Lines>
  );
}

/** What was decided, by whom it is done, until when. */
export function DecisionLines(props: {
  decisions: readonly DecisionEntry[];
  error: string | undefined;
  onChange: (decisions: readonly DecisionEntry[]) => void;
}) {
  const t = useTranslations("meetings");
  return (
    <Lines
      legend={t("fields.decisions")}
      one={t("lines.decisionOne")}
      error={props.error}
      items={props.decisions}
      fresh={newDecision}
      onChange={props.onChange}
    >
      {(item, at, change) =>
        (["decision", "owner", "dueOn"] as const).map((part) => (
          <TextInput
            key={part}
            type={part === "dueOn" ? "date" : "text"}
            id={at === 0 && part === "decision" ? meetingField("decisions") : undefined}
            aria-label={t("lines.of", { part: t(`lines.${part}`), place: at + 1 })}
            placeholder={t(`lines.${part}`)}
            maxLength={part === "decision" ? 500 : 120}
            value={item[part]}
            onChange={(event) => change({ [part]: event.target.value })}
          />
        ))
      }
    </Lines>
  );
}
