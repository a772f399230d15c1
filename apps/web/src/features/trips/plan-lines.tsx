"use client";

import { crewDuties } from "@rembuk/domain/trips/model";
import { Button } from "@rembuk/ui/button";
import { FieldError } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CrewEntry } from "./plan-entry";
import { tripField } from "./trip-problems";

/** What a column of lines takes: text, a whole number, or a day. */
export interface Column<Name extends string> {
  readonly name: Name;
  readonly kind?: "number" | "date";
  readonly wide?: boolean;
}

interface LinesProps<Name extends string, Entry> {
  /** Part of the form: "goods"; the words stand under `trips.lines`. */
  part: "goods" | "activities" | "costs" | "crew";
  columns: readonly Column<Name>[];
  lines: readonly Entry[];
  empty: () => Entry;
  errorOf: (field: string) => string | undefined;
  onChange: (lines: readonly Entry[]) => void;
  /** A control that is no text, after the others. */
  last?: (line: Entry, change: (part: Partial<Entry>) => void, place: number) => ReactNode;
}

/** Lines of a form: add one, type, take one away. The first control carries the id of the line. */
export function PlanLines<
  Name extends string,
  Entry extends { readonly key: string } & Readonly<Record<Name, string>>,
>(props: LinesProps<Name, Entry>) {
  const { part, columns, lines, onChange, errorOf } = props;
  const t = useTranslations("trips.lines");
  const change = (key: string, changed: Partial<Entry>) =>
    onChange(lines.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  const word = (name: string) => t(`${part}.${name}` as "goods.name");
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-control font-semibold">{t(`${part}.title`)}</legend>
      <p className="text-12 text-text-2">{t(`${part}.hint`)}</p>
      <ul className="flex flex-col gap-2 empty:hidden">
        {lines.map((line, at) => (
          <li key={line.key} className="flex items-start gap-1.5 rounded-r2 bg-sunken p-2">
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-cols-2">
              {errorOf(`${part}.${at}`) ? (
                <div className="sm:col-span-2">
                  <FieldError>{errorOf(`${part}.${at}`)}</FieldError>
                </div>
              ) : null}
              {columns.map(({ name, kind, wide }, column) => (
                <TextInput
                  key={name}
                  id={column === 0 ? tripField(`${part}.${at}`) : undefined}
                  type={kind === "date" ? "date" : "text"}
                  inputMode={kind === "number" ? "numeric" : undefined}
                  className={wide ? "sm:col-span-2" : undefined}
                  aria-label={t("of", { part: word(name), place: at + 1 })}
                  placeholder={word(name)}
                  maxLength={160}
                  value={line[name]}
                  onChange={(event) =>
                    change(line.key, { [name]: event.target.value } as unknown as Partial<Entry>)
                  }
                />
              ))}
              {props.last?.(line, (changed) => change(line.key, changed), at)}
            </div>
            <IconButton
              label={t("remove", { what: t(`${part}.one`), place: at + 1 })}
              icon={<X size={16} aria-hidden />}
              onClick={() => onChange(lines.filter((one) => one.key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...lines, props.empty()])}
      >
        {t(`${part}.add`)}
      </Button>
    </fieldset>
  );
}

/** What a member of the crew does on the way. */
export function DutySelect({
  line,
  place,
  onChange,
}: {
  line: CrewEntry;
  place: number;
  onChange: (part: Partial<CrewEntry>) => void;
}) {
  const t = useTranslations("trips");
  return (
    <Select
      aria-label={t("lines.of", { part: t("lines.crew.duty"), place: place + 1 })}
      value={line.duty}
      options={crewDuties.map((duty) => ({ value: duty, label: t(`crew.duty.${duty}`) }))}
      onChange={(event) =>
        onChange({ duty: crewDuties.find((duty) => duty === event.target.value) ?? "member" })
      }
    />
  );
}
