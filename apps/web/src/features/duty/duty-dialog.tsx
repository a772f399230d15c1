"use client";

import { Button } from "@rembuk/ui/button";
import { Combobox } from "@rembuk/ui/combobox";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import type { NamedArea } from "@/features/areas/area-name";
import { useToday } from "@/features/people/use-appointment";
import { useRefreshPeople } from "@/features/people/use-refresh-people";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

interface Entry {
  readonly sectorCode: string | null;
  readonly userId: string | null;
  readonly from: string;
  readonly to: string;
}

/** Puts somebody on duty for the nights and free days of a period. */
export function DutyDialog({ office, onClose }: { office: NamedArea; onClose: () => void }) {
  const t = useTranslations("duty");
  const formId = useId();
  const toast = useToast();
  const refresh = useRefreshPeople();
  const wording = useErrorWording();
  const today = useToday();
  const [entry, setEntry] = useState<Entry>({
    sectorCode: null,
    userId: null,
    from: today,
    to: today,
  });
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const schedule = useMutation(useTRPC().staff.scheduleDuty.mutationOptions());
  const { userId } = entry;
  const isWhole = userId !== null && entry.from !== "" && entry.to >= entry.from;
  const change = (part: Partial<Entry>) => {
    setEntry((before) => ({ ...before, ...part }));
    // Another content is another act.
    setActionId(crypto.randomUUID());
  };

  function send(event: FormEvent) {
    event.preventDefault();
    if (!isWhole) return;
    schedule.mutate(
      { clientActionId, areaCode: office.code, ...entry, userId },
      {
        onSuccess: ({ shifts }) => {
          toast.show({ title: t("add.done", { count: shifts }) });
          refresh();
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("add.title")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            disabled={!isWhole}
            pending={schedule.isPending}
            pendingLabel={t("saving")}
          >
            {t("add.send")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
        <DutyFields office={office} entry={entry} change={change} />
        <p className="text-12 text-text-2">{t("add.note")}</p>
        {schedule.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(schedule.error).code)}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}

function DutyFields({
  office,
  entry,
  change,
}: {
  office: NamedArea;
  entry: Entry;
  change: (part: Partial<Entry>) => void;
}) {
  const t = useTranslations("duty");
  const roleName = useTranslations("roles");
  const trpc = useTRPC();
  const sectors = useQuery(trpc.areas.sectors.queryOptions(undefined, { staleTime: 3_600_000 }));
  const people = useQuery(
    trpc.staff.dutyPeople.queryOptions({ areaCode: office.code, sectorCode: entry.sectorCode }),
  );
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("field.sector")}
        hint={t("field.sectorHint")}
        optional={t("optional")}
        className="sm:col-span-2"
      >
        <Combobox
          options={(sectors.data ?? []).map((one) => ({ value: one.code, label: one.name }))}
          value={entry.sectorCode}
          onChange={(code) => change({ sectorCode: code, userId: null })}
          placeholder={t("field.sectorPlaceholder")}
          emptyLabel={t("field.sectorNone")}
          clearLabel={t("field.clear")}
        />
      </Field>
      <Field label={t("field.person")} className="sm:col-span-2">
        <Combobox
          options={(people.data ?? []).map((one) => ({
            value: one.userId,
            label: one.name,
            detail: roleName(one.role),
          }))}
          value={entry.userId}
          onChange={(id) => change({ userId: id })}
          placeholder={t("field.personPlaceholder")}
          emptyLabel={people.isFetching ? t("loading") : t("field.personNone")}
          clearLabel={t("field.clear")}
        />
      </Field>
      <Field label={t("field.from")}>
        <TextInput
          type="date"
          value={entry.from}
          onChange={(event) => change({ from: event.target.value })}
        />
      </Field>
      <Field label={t("field.to")}>
        <TextInput
          type="date"
          value={entry.to}
          min={entry.from}
          onChange={(event) => change({ to: event.target.value })}
        />
      </Field>
    </div>
  );
}
