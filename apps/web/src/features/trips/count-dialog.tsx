"use client";

import { handedOverOf, remainingOf, withHandedOver } from "@rembuk/domain/trips/reconciliation";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useTRPC } from "@/lib/trpc";
import type { ShownGoods, ShownTrip } from "./trip-data";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";
import { useTripForm } from "./use-trip-form";
import { wholeNumber } from "./whole-number";

const fates = ["delivered", "returned", "lost"] as const;

interface GoodsEntry {
  readonly delivered: string;
  readonly returned: string;
  readonly lost: string;
  readonly lostReason: string;
}
type Entries = Readonly<Record<string, GoodsEntry>>;

const entryOf = (item: ShownGoods): GoodsEntry => ({
  delivered: String(item.delivered ?? 0),
  returned: String(item.returned ?? 0),
  lost: String(item.lost ?? 0),
  lostReason: item.lostReason ?? "",
});

/** What the typed numbers leave over; null while one is none. */
const leftOver = ({ loaded }: ShownGoods, entry: GoodsEntry): number | null => {
  const [delivered, returned, lost] = fates.map((fate) => wholeNumber(entry[fate]));
  if (delivered == null || returned == null || lost == null) return null;
  return remainingOf({ loaded, delivered, returned, lost });
};

const problemsOf = (
  trip: ShownTrip,
  entries: Entries,
  served: Readonly<Record<string, string>>,
) => {
  const problems = new Map<string, string>();
  for (const item of trip.goods) {
    const entry = entries[item.id] ?? entryOf(item);
    const left = leftOver(item, entry);
    if (left === null) problems.set(item.id, "number");
    else if (left < 0) problems.set(item.id, "counted");
    else if (wholeNumber(entry.lost) !== 0 && entry.lostReason.trim() === "")
      problems.set(`${item.id}.lostReason`, "lost");
  }
  for (const { id } of trip.activities)
    if (wholeNumber(served[id] ?? "") === null) problems.set(id, "number");
  return problems;
};

/** What became of the goods, and how many people each service reached. */
export function CountDialog({ trip, onClose }: { trip: ShownTrip; onClose: () => void }) {
  const manifest = useQuery(useTRPC().trips.manifest.queryOptions({ tripId: trip.id }));
  if (manifest.isPending) return null;
  const handedOver = handedOverOf(manifest.data?.lines ?? []);
  return <OpenCountDialog trip={trip} handedOver={handedOver} onClose={onClose} />;
}

function OpenCountDialog(props: {
  trip: ShownTrip;
  /** Units that handovers tell of, by goods: not to be typed again. */
  handedOver: ReadonlyMap<string, number>;
  onClose: () => void;
}) {
  const { trip, handedOver, onClose } = props;
  const t = useTranslations("trips");
  const [entries, setEntries] = useState<Entries>(() =>
    Object.fromEntries(
      withHandedOver(trip.goods, handedOver).map((item) => [item.id, entryOf(item)]),
    ),
  );
  const [served, setServed] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(trip.activities.map((one) => [one.id, String(one.served ?? 0)])),
  );
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.count.mutate({
        ...{ clientActionId, tripId: trip.id, version: trip.version },
        goods: trip.goods.map(({ id }) => ({
          id,
          delivered: wholeNumber(entries[id]?.delivered ?? "") ?? 0,
          returned: wholeNumber(entries[id]?.returned ?? "") ?? 0,
          lost: wholeNumber(entries[id]?.lost ?? "") ?? 0,
          lostReason: entries[id]?.lostReason.trim() ?? "",
        })),
        activities: trip.activities.map(({ id }) => ({
          id,
          served: wholeNumber(served[id] ?? "") ?? 0,
        })),
      }),
    done: t("count.done"),
    onDone: onClose,
  });
  const form = useTripForm(problemsOf(trip, entries, served), act.send);
  return (
    <ActDialog
      title={t("count.title")}
      subject={trip.purpose}
      text={t("count.text")}
      sendLabel={t("count.send")}
      isSending={act.isSending}
      failure={act.failure}
      errors={form.errors}
      attempt={form.attempt}
      onSend={form.trySend}
      onClose={onClose}
    >
      {trip.goods.map((item) => (
        <GoodsFields
          key={item.id}
          item={item}
          entry={entries[item.id] ?? entryOf(item)}
          handedOver={handedOver.get(item.id) ?? null}
          errorOf={form.errorOf}
          onChange={(entry) => setEntries({ ...entries, [item.id]: entry })}
        />
      ))}
      {trip.activities.map((one) => (
        <Field
          key={one.id}
          id={tripField(one.id)}
          label={t("count.served", { name: one.name })}
          hint={t("activities.expected", { count: one.expected })}
          error={form.errorOf(one.id)}
          className="max-w-72"
        >
          <TextInput
            inputMode="numeric"
            value={served[one.id] ?? ""}
            onChange={(event) => setServed({ ...served, [one.id]: event.target.value })}
          />
        </Field>
      ))}
    </ActDialog>
  );
}

function GoodsFields({
  item,
  entry,
  handedOver,
  errorOf,
  onChange,
}: {
  item: ShownGoods;
  entry: GoodsEntry;
  handedOver: number | null;
  errorOf: (field: string) => string | undefined;
  onChange: (entry: GoodsEntry) => void;
}) {
  const t = useTranslations("trips");
  const left = leftOver(item, entry);
  const isLost = wholeNumber(entry.lost) !== 0;
  return (
    <Field
      group
      label={t("count.of", { name: item.name, loaded: item.loaded ?? 0, unit: item.unit })}
      error={errorOf(item.id)}
    >
      <div className="grid grid-cols-3 gap-2">
        {fates.map((fate, at) => (
          <Field
            key={fate}
            id={at === 0 ? tripField(item.id) : undefined}
            label={t(`goods.fate.${fate}`)}
          >
            <TextInput
              inputMode="numeric"
              value={entry[fate]}
              readOnly={fate === "delivered" && handedOver !== null}
              onChange={(event) => onChange({ ...entry, [fate]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {handedOver === null ? null : (
        <p className="text-12 text-text-2">{t("count.fromHandovers", { count: handedOver })}</p>
      )}
      <p aria-live="polite" className="text-12 text-text-2">
        {left === null ? "" : t("count.left", { count: left })}
      </p>
      {isLost ? (
        <Field
          id={tripField(`${item.id}.lostReason`)}
          label={t("count.lostReason")}
          error={errorOf(`${item.id}.lostReason`)}
        >
          <TextInput
            value={entry.lostReason}
            maxLength={300}
            onChange={(event) => onChange({ ...entry, lostReason: event.target.value })}
          />
        </Field>
      ) : null}
    </Field>
  );
}
