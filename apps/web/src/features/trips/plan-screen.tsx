"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Field } from "@rembuk/ui/field";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToday } from "@/features/people/use-appointment";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import {
  emptyActivity,
  emptyCost,
  emptyCrew,
  emptyGoods,
  type PlanEntry,
  planCommand,
  planEntryOf,
  planProblems,
} from "./plan-entry";
import { DutySelect, PlanLines } from "./plan-lines";
import type { DecreeRow, ShownTrip } from "./trip-data";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";
import { useTripForm } from "./use-trip-form";
import { VillageChoice } from "./village-choice";

/** Plans a trip, or changes a plan on which the camat has not decided. */
export function PlanScreen({
  subdistrictCode,
  tripId,
  villages = [],
}: {
  subdistrictCode: string;
  tripId: string | null;
  /** Chosen on the planning board. */
  villages?: readonly string[];
}) {
  const t = useTranslations("trips");
  const wording = useErrorWording();
  const trpc = useTRPC();
  const decrees = useQuery(trpc.trips.decrees.queryOptions({ subdistrictCode }));
  const trip = useQuery({
    ...trpc.trips.show.queryOptions({ tripId: tripId ?? "" }),
    enabled: tripId !== null,
  });
  const failed = decrees.error ?? trip.error;
  if (failed)
    return (
      <ErrorState
        title={t("failedOne")}
        retryLabel={t("retry")}
        retrying={decrees.isFetching || trip.isFetching}
        onRetry={() => void Promise.all([decrees.refetch(), tripId ? trip.refetch() : null])}
      >
        {wording(callFailure(failed).code)}
      </ErrorState>
    );
  if (!decrees.data || (tripId && !trip.data))
    return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  return (
    <PlanForm
      subdistrictCode={subdistrictCode}
      trip={trip.data ?? null}
      villages={villages}
      decrees={decrees.data.filter((one) => one.isRunning || one.id === trip.data?.decreeId)}
    />
  );
}

interface PlanFormProps {
  subdistrictCode: string;
  trip: ShownTrip | null;
  villages: readonly string[];
  decrees: readonly DecreeRow[];
}

function PlanForm({ subdistrictCode, trip, villages, decrees }: PlanFormProps) {
  const t = useTranslations("trips");
  const router = useRouter();
  const today = useToday();
  const [entry, setEntry] = useState<PlanEntry>(() => planEntryOf(trip, today, villages));
  const change = (part: Partial<PlanEntry>) => setEntry((before) => ({ ...before, ...part }));
  const place = { subdistrictCode, trip };
  const act = useTripAct({
    run: (trips, clientActionId) => trips.plan.mutate(planCommand(entry, place, clientActionId)),
    done: t("plan.done"),
    onDone: ({ tripId }) => router.push(`/kunjungan/${tripId}`),
  });
  const form = useTripForm(
    planProblems(planCommand(entry, place, "00000000-0000-4000-8000-000000000000")),
    act.send,
  );
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: trip ? `/kunjungan/${trip.id}` : "/kunjungan", label: t("title") }}
        title={t(trip ? "plan.changeTitle" : "plan.title")}
      />
      <form
        noValidate
        className="flex max-w-[820px] flex-col gap-5 px-4 py-4 sm:px-7"
        onSubmit={(event) => {
          event.preventDefault();
          form.trySend();
        }}
      >
        <ErrorSummary title={t("problems.title")} errors={form.errors} attempt={form.attempt} />
        {act.failure ? (
          <Notice tone="bad" live>
            {act.failure}
          </Notice>
        ) : null}
        <PlanBasics entry={entry} change={change} errorOf={form.errorOf} decrees={decrees} />
        <VillageChoice
          subdistrictCode={subdistrictCode}
          chosen={entry.villages}
          onChange={(villages) => change({ villages })}
        />
        <PlanParts
          entry={entry}
          change={change}
          errorOf={form.errorOf}
          decree={decrees.find(({ id }) => id === entry.decreeId) ?? null}
          today={today}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            tone="primary"
            pending={act.isSending}
            pendingLabel={t("plan.saving")}
          >
            {t("plan.send")}
          </Button>
          <ButtonLink href={trip ? `/kunjungan/${trip.id}` : "/kunjungan"}>
            {t("plan.cancel")}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}

interface PartProps {
  entry: PlanEntry;
  change: (part: Partial<PlanEntry>) => void;
  errorOf: (field: string) => string | undefined;
}

function PlanBasics({
  entry,
  change,
  errorOf,
  decrees,
}: PartProps & Pick<PlanFormProps, "decrees">) {
  const t = useTranslations("trips");
  const text = (field: "purpose" | "vehicle", most: number) => (
    <TextInput
      value={entry[field]}
      maxLength={most}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  const day = (field: "startsOn" | "endsOn") => (
    <TextInput
      type="date"
      value={entry[field]}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        id={tripField("purpose")}
        label={t("fields.purpose")}
        hint={t("fields.purposeHint")}
        error={errorOf("purpose")}
        className="sm:col-span-2"
      >
        {text("purpose", 300)}
      </Field>
      <Field id={tripField("startsOn")} label={t("fields.startsOn")} error={errorOf("startsOn")}>
        {day("startsOn")}
      </Field>
      <Field id={tripField("endsOn")} label={t("fields.endsOn")} error={errorOf("endsOn")}>
        {day("endsOn")}
      </Field>
      <Field
        id={tripField("decreeId")}
        label={t("fields.decree")}
        hint={decrees.length === 0 ? t("fields.noDecree") : undefined}
      >
        <Select
          value={entry.decreeId}
          options={[
            { value: "", label: t("fields.decreeLater") },
            ...decrees.map(({ id, number, subject }) => ({
              value: id,
              label: `${number} · ${subject}`,
            })),
          ]}
          onChange={(event) => change({ decreeId: event.target.value })}
        />
      </Field>
      <Field id={tripField("vehicle")} label={t("fields.vehicle")} optional={t("fields.optional")}>
        {text("vehicle", 160)}
      </Field>
    </div>
  );
}

/** Crew, goods of the store, services that ride along, and who pays. */
function PlanParts({
  entry,
  change,
  errorOf,
  decree,
  today,
}: PartProps & { decree: DecreeRow | null; today: string }) {
  const t = useTranslations("trips");
  const team = decree?.members.filter(({ team }) => team === "pelaksana") ?? [];
  return (
    <>
      <div className="flex flex-col gap-2">
        <PlanLines
          part="crew"
          columns={[{ name: "name" }, { name: "position" }]}
          lines={entry.crew}
          empty={emptyCrew}
          errorOf={errorOf}
          onChange={(crew) => change({ crew })}
          last={(line, set, place) => <DutySelect line={line} place={place} onChange={set} />}
        />
        {team.length > 0 && entry.crew.length === 0 ? (
          <Button
            size="small"
            className="self-start"
            onClick={() =>
              change({
                crew: team.map(({ name, position, userId }, at) => ({
                  ...{ ...emptyCrew(), name, position, userId },
                  duty: at === 0 ? "lead" : "member",
                })),
              })
            }
          >
            {t("lines.crew.fromDecree", { count: team.length })}
          </Button>
        ) : null}
      </div>
      <PlanLines
        part="goods"
        columns={[
          { name: "name" },
          { name: "unit" },
          { name: "source" },
          { name: "receiptNumber" },
          { name: "receivedOn", kind: "date" },
          { name: "received", kind: "number" },
        ]}
        lines={entry.goods}
        empty={() => emptyGoods(today)}
        errorOf={errorOf}
        onChange={(goods) => change({ goods })}
      />
      <PlanLines
        part="activities"
        columns={[{ name: "name" }, { name: "sectorCode" }, { name: "expected", kind: "number" }]}
        lines={entry.activities}
        empty={emptyActivity}
        errorOf={errorOf}
        onChange={(activities) => change({ activities })}
      />
      <PlanLines
        part="costs"
        columns={[{ name: "bearer" }, { name: "what" }, { name: "amount", kind: "number" }]}
        lines={entry.costs}
        empty={emptyCost}
        errorOf={errorOf}
        onChange={(costs) => change({ costs })}
      />
    </>
  );
}
