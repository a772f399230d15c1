"use client";

import { ageStarts } from "@rembuk/domain/calendars/case-spans";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Combobox } from "@rembuk/ui/combobox";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayRangeField } from "./day-range-field";
import { noFilters, type QueueFilters } from "./queue-view";
import { useAgeWords, useFilterChoices } from "./use-filter-words";

interface FilterWindowProps {
  filters: QueueFilters;
  onChange: (change: Partial<Omit<QueueFilters, "view">>) => void;
  onClose: () => void;
}

type Wanted = Pick<
  QueueFilters,
  "subdistricts" | "sectors" | "age" | "person" | "received" | "due" | "isEscalated"
>;

const wantedIn = (filters: QueueFilters): Wanted => {
  const { subdistricts, sectors, age, person, received, due, isEscalated } = filters;
  return { subdistricts, sectors, age, person, received, due, isEscalated };
};

const isBackward = (range: QueueFilters["due"]): boolean =>
  Boolean(range?.from && range.to && range.from > range.to);

/** Further filters, in one window at the desk and from the lower edge on a phone. */
export default function FilterWindow({ filters, onChange, onClose }: FilterWindowProps) {
  const t = useTranslations("queue.window");
  const [wanted, setWanted] = useState(() => wantedIn(filters));
  const [isTried, setTried] = useState(false);
  const put = (change: Partial<Wanted>) => setWanted((before) => ({ ...before, ...change }));
  const apply = () => {
    setTried(true);
    if (isBackward(wanted.received) || isBackward(wanted.due)) return;
    onChange(wanted);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title")}
      description={t("about")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={() => setWanted(wantedIn(noFilters))}>{t("clear")}</Button>
          <Button tone="primary" onClick={apply}>
            {t("apply")}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        {(["received", "due"] as const).map((name) => (
          <DayRangeField
            key={name}
            label={t(name)}
            hint={name === "due" ? t("dueHint") : undefined}
            range={wanted[name]}
            error={isTried && isBackward(wanted[name]) ? t("wrongRange") : undefined}
            onChange={(range) => put({ [name]: range })}
          />
        ))}
        <AgeField age={wanted.age} onChange={(age) => put({ age })} />
        <OfficerField person={wanted.person} onChange={(person) => put({ person })} />
        <Checkbox
          label={t("escalated")}
          checked={wanted.isEscalated}
          onChange={(event) => put({ isEscalated: event.target.checked })}
        />
        <OfficeFields wanted={wanted} onChange={put} />
        {/* Enter in a field applies. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function AgeField(props: { age: number | null; onChange: (age: number | null) => void }) {
  const t = useTranslations("queue.window");
  const words = useAgeWords();
  return (
    <Field label={t("age")} hint={t("ageHint")}>
      <Select
        value={props.age === null ? "" : String(props.age)}
        onChange={(event) =>
          props.onChange(event.target.value === "" ? null : Number(event.target.value))
        }
      >
        <option value="">{t("ageAny")}</option>
        {ageStarts.map((start, at) => (
          <option key={start} value={at}>
            {words(at)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function OfficerField(props: { person: string | null; onChange: (person: string | null) => void }) {
  const t = useTranslations("queue.window");
  const role = useTranslations("roles");
  const choices = useFilterChoices(true).data;
  const sectorName = (code: string | null) =>
    choices?.sectors.find((sector) => sector.code === code)?.name;
  const options = (choices?.officers ?? []).map((officer) => ({
    value: officer.userId,
    label: officer.name,
    detail: sectorName(officer.sectorCode) ?? role(officer.role),
  }));
  return (
    <Field label={t("person")} hint={t("personHint")}>
      <Combobox
        options={[{ value: "me", label: t("me") }, ...options]}
        value={props.person}
        onChange={props.onChange}
        placeholder={t("personPlaceholder")}
        emptyLabel={t("personNone")}
        clearLabel={t("personClear")}
      />
    </Field>
  );
}

/** Sectors and sections; for readers of several kecamatan these too. */
function OfficeFields(props: { wanted: Wanted; onChange: (change: Partial<Wanted>) => void }) {
  const { wanted, onChange } = props;
  const t = useTranslations("queue.window");
  const choices = useFilterChoices(true);
  if (choices.isError) return <p className="text-control text-bad">{t("failed")}</p>;
  const { sectors = [], subdistricts = [] } = choices.data ?? {};
  const isSection = ({ level }: { level: string }) => level === "section";
  const groups = [
    { name: t("offices"), offices: sectors.filter(isSection) },
    { name: t("agencies"), offices: sectors.filter((sector) => !isSection(sector)) },
  ];
  return (
    <>
      {subdistricts.length > 0 ? (
        <Choices
          legend={t("subdistricts")}
          choices={subdistricts}
          chosen={wanted.subdistricts}
          onChange={(codes) => onChange({ subdistricts: codes })}
        />
      ) : null}
      <Field group label={t("sectors")} hint={t("sectorsHint")}>
        <div className="flex flex-col gap-3">
          {groups.map(({ name, offices }) => (
            <Choices
              key={name}
              legend={name}
              choices={offices}
              chosen={wanted.sectors}
              onChange={(codes) => onChange({ sectors: codes })}
            />
          ))}
        </div>
      </Field>
    </>
  );
}

function Choices(props: {
  legend: string;
  choices: readonly { readonly code: string; readonly name: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const { chosen, onChange } = props;
  return (
    <fieldset>
      <legend className="pb-1 text-12 font-semibold text-text-2">{props.legend}</legend>
      <div className="grid max-h-52 gap-x-4 gap-y-0.5 overflow-y-auto rounded-r2 border border-line p-2 sm:grid-cols-2">
        {props.choices.map(({ code, name }) => (
          <Checkbox
            key={code}
            label={name}
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
