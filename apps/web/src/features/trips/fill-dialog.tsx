"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useTRPC } from "@/lib/trpc";
import { type FillRow, linesOf, problemsOfRows, rowsOf } from "./fill-entry";
import type { ManifestOffer, ShownTrip } from "./trip-data";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";
import { useTripForm } from "./use-trip-form";

/** Who waits in the villages on the way, by program: how many of them ride along, onto which goods. */
export function FillDialog({ trip, onClose }: { trip: ShownTrip; onClose: () => void }) {
  const offer = useQuery({
    ...useTRPC().trips.offer.queryOptions({ tripId: trip.id }),
    // What was offered when the window opened is what is decided about.
    staleTime: 0,
    gcTime: 0,
  });
  if (!offer.data) return null;
  return <FilledDialog trip={trip} offer={offer.data} onClose={onClose} />;
}

function FilledDialog(props: { trip: ShownTrip; offer: ManifestOffer; onClose: () => void }) {
  const { trip, offer, onClose } = props;
  const t = useTranslations("manifest");
  const [rows, setRows] = useState(() => rowsOf(offer));
  const lines = linesOf(rows);
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.fillManifest.mutate({
        ...{ clientActionId, tripId: trip.id, version: offer.tripVersion, lines },
      }),
    done: t("fill.done", { count: lines.length }),
    onDone: onClose,
  });
  const problems = new Map(problemsOfRows(rows, offer));
  if (problems.size === 0 && lines.length === 0 && rows[0]) problems.set(rows[0].key, "nobody");
  const form = useTripForm(problems, act.send);
  const change = (key: string, part: Partial<FillRow>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <ActDialog
      title={t("fill.title")}
      subject={trip.purpose}
      text={t(rows.length === 0 ? "fill.nobody" : "fill.text")}
      sendLabel={t("fill.send", { count: lines.length })}
      isSending={act.isSending}
      failure={act.failure}
      errors={form.errors}
      attempt={form.attempt}
      onSend={rows.length === 0 ? onClose : form.trySend}
      onClose={onClose}
    >
      {rows.map((row) => (
        <FillRowFields
          key={row.key}
          row={row}
          offer={offer}
          error={form.errorOf(row.key)}
          onChange={(part) => change(row.key, part)}
        />
      ))}
    </ActDialog>
  );
}

function FillRowFields(props: {
  row: FillRow;
  offer: ManifestOffer;
  error: string | undefined;
  onChange: (part: Partial<FillRow>) => void;
}) {
  const { row, offer, error, onChange } = props;
  const t = useTranslations("manifest.fill");
  const { shortDate } = useFormat();
  const { group, goodsIds } = row;
  const fitting = offer.goods.filter(({ id }) => goodsIds.includes(id));
  return (
    <Field
      group
      label={t("of", { village: group.villageName, program: group.programName })}
      hint={t("waits", {
        count: group.entitlements.length,
        date: shortDate(group.waitsSince),
        goods: group.goodsName,
        unit: group.unit,
      })}
      error={error}
    >
      {fitting.length === 0 ? (
        <p className="text-14 text-text-2">{t("noGoods", { unit: group.unit })}</p>
      ) : (
        <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
          <Field id={tripField(row.key)} label={t("count")}>
            <TextInput
              inputMode="numeric"
              value={row.count}
              onChange={(event) => onChange({ count: event.target.value })}
            />
          </Field>
          <Field label={t("goods")}>
            <Select
              value={row.goodsId}
              options={fitting.map(({ id, name, unit, left }) => ({
                value: id,
                label: t("goodsLeft", { name, unit, left }),
              }))}
              onChange={(event) => onChange({ goodsId: event.target.value })}
            />
          </Field>
        </div>
      )}
    </Field>
  );
}
