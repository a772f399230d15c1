"use client";

import type { Role } from "@rembuk/domain/access/roles";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { areaTitle } from "@/features/areas/area-name";
import { AreaPicker } from "@/features/areas/area-picker";
import { useTRPC } from "@/lib/trpc";
import { mayHaveClearance, needsOrganization, sectorNeed } from "./appointment-entry";
import { fieldId } from "./staff-form";
import type { Appointment } from "./use-appointment";

interface AppointmentFieldsProps {
  appointment: Appointment;
  roles: readonly Role[];
  /** Sentences by field; empty until somebody tried to send. */
  errors: Readonly<Record<string, string | undefined>>;
}

/** Role, sector, place, period and number of the SK. */
export function AppointmentFields({ appointment, roles, errors }: AppointmentFieldsProps) {
  const t = useTranslations("people");
  const roleName = useTranslations("roles");
  const { entry, change, choices } = appointment;
  const need = sectorNeed(entry.role);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("field.role")} id={fieldId("role")} error={errors.role}>
        <Select
          value={entry.role}
          onChange={(event) => change({ role: event.target.value as Role | "" })}
          placeholder={t("field.choose")}
          options={roles.map((role) => ({ value: role, label: roleName(role) }))}
        />
      </Field>
      {need === "none" ? null : (
        <Field
          label={t("field.sector")}
          id={fieldId("sectorCode")}
          optional={need === "optional" ? t("optional") : undefined}
          error={errors.sectorCode}
        >
          <Combobox
            options={choices.map(({ code, name }) => ({ value: code, label: name }))}
            value={entry.sectorCode || null}
            onChange={(code) => change({ sectorCode: code ?? "" })}
            placeholder={t("field.sectorPlaceholder")}
            emptyLabel={t("field.sectorNone")}
            clearLabel={t("field.clear")}
          />
        </Field>
      )}
      {needsOrganization(entry.role) ? (
        <Field
          label={t("field.organization")}
          id={fieldId("organizationId")}
          hint={t("field.organizationHint")}
          error={errors.organizationId}
        >
          <Combobox
            options={appointment.partners.map(({ id, name }) => ({ value: id, label: name }))}
            value={entry.organizationId || null}
            onChange={(id) => change({ organizationId: id ?? "" })}
            placeholder={t("field.organizationPlaceholder")}
            emptyLabel={t("field.organizationNone")}
            clearLabel={t("field.clear")}
          />
        </Field>
      ) : null}
      {entry.role === "" || (needsOrganization(entry.role) && !appointment.area) ? null : (
        <PlaceField appointment={appointment} error={errors.areaCode} />
      )}
      <Field label={t("field.startsOn")} id={fieldId("startsOn")} error={errors.startsOn}>
        <TextInput
          type="date"
          value={entry.startsOn}
          onChange={(event) => change({ startsOn: event.target.value })}
        />
      </Field>
      <Field
        label={t("field.endsOn")}
        id={fieldId("endsOn")}
        optional={t("optional")}
        error={errors.endsOn}
      >
        <TextInput
          type="date"
          value={entry.endsOn}
          onChange={(event) => change({ endsOn: event.target.value })}
        />
      </Field>
      <Field
        label={t("field.decree")}
        id={fieldId("decreeNumber")}
        optional={t("optional")}
        error={errors.decreeNumber}
        className="sm:col-span-2"
      >
        <TextInput
          value={entry.decreeNumber}
          maxLength={120}
          placeholder={t("field.decreePlaceholder")}
          onChange={(event) => change({ decreeNumber: event.target.value })}
        />
      </Field>
      {mayHaveClearance(entry.role) ? (
        <Checkbox
          className="sm:col-span-2"
          label={t("field.clearance")}
          hint={t("field.clearanceHint")}
          checked={entry.clearance}
          onChange={(event) => change({ clearance: event.target.checked })}
        />
      ) : null}
    </div>
  );
}

function PlaceField({ appointment, error }: { appointment: Appointment; error?: string }) {
  const t = useTranslations("people");
  const { level, scope, area, isAreaFixed } = appointment;
  const label = level === 4 ? t("field.village") : t("field.area");
  if (isAreaFixed && area) {
    return (
      <Field label={label} id={fieldId("areaCode")} error={error}>
        <TextInput readOnly value={area.code === "" ? t("everywhere") : areaTitle(area)} />
      </Field>
    );
  }
  const isVillageHere = level === 4 && scope.code.length === 8;
  return (
    <Field label={label} id={fieldId("areaCode")} error={error}>
      {isVillageHere ? (
        <VillagePicker appointment={appointment} />
      ) : (
        <AreaPicker
          under={scope.code}
          level={level === null || level === 0 ? undefined : level}
          value={area}
          onChange={(chosen) => appointment.change({ area: chosen })}
        />
      )}
    </Field>
  );
}

/** The villages of one kecamatan, all at once. */
function VillagePicker({ appointment }: { appointment: Appointment }) {
  const t = useTranslations("people");
  const { scope, area, change } = appointment;
  const villages = useQuery(useTRPC().areas.villages.queryOptions({ subdistrictCode: scope.code }));
  const list = villages.data ?? [];
  return (
    <Combobox
      options={list.map((one) => ({ value: one.code, label: areaTitle(one), detail: one.code }))}
      value={area?.code ?? null}
      onChange={(code) => change({ area: list.find((one) => one.code === code) ?? null })}
      placeholder={t("field.villagePlaceholder")}
      emptyLabel={t("field.villageNone")}
      clearLabel={t("field.clear")}
    />
  );
}
