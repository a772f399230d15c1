"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { Select } from "@rembuk/ui/select";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { ReasonDialog } from "./reason-dialog";
import type { LikelyPair, PairedRecord } from "./registry-data";
import { useRefreshRegistry } from "./use-refresh-registry";

/** Two records side by side, why they met, and the two decisions. */
export function PairCard({ pair }: { pair: LikelyPair }) {
  const t = useTranslations("registry.pairs");
  const [open, setOpen] = useState<"merge" | "apart" | null>(null);
  const isOwn = pair.first.isOwn || pair.second.isOwn;
  return (
    <Panel level={2} title={t(`likeness.${pair.likeness}`)}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Side record={pair.first} />
        <Side record={pair.second} />
      </div>
      {pair.differByNik ? (
        <Notice tone="warn" className="mt-3">
          {t("differByNik")}
        </Notice>
      ) : null}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button disabled={isOwn} onClick={() => setOpen("merge")}>
          {t("merge")}
        </Button>
        <Button onClick={() => setOpen("apart")}>{t("apart")}</Button>
        {isOwn ? <span className="text-12 text-text-2">{t("own")}</span> : null}
      </div>
      {open === "merge" ? <MergeDialog pair={pair} onClose={() => setOpen(null)} /> : null}
      {open === "apart" ? <ApartDialog pair={pair} onClose={() => setOpen(null)} /> : null}
    </Panel>
  );
}

function Side({ record }: { record: PairedRecord }) {
  const t = useTranslations("registry");
  const { longDate } = useFormat();
  return (
    <div className="min-w-0 rounded-r2 bg-sunken p-2.5">
      <TextLink href={`/keluarga/${record.householdId}`}>{record.name}</TextLink>
      <p className="text-12 text-text-2">{record.villageName}</p>
      {record.aliases.length > 0 ? (
        <p className="text-12 text-text-2">{t("aliases", { names: record.aliases.join(", ") })}</p>
      ) : null}
      <p className="text-control">
        {t(`sex.${record.sex}`)}, {longDate(dayOf(record.birthDate))}
      </p>
      <p className="font-mono text-control">
        {record.maskedNik ?? t("provisional", { code: record.provisionalCode ?? "" })}
      </p>
    </div>
  );
}

const idsOf = (pair: LikelyPair) => ({
  firstId: pair.first.residentId,
  secondId: pair.second.residentId,
});

function MergeDialog({ pair, onClose }: { pair: LikelyPair; onClose: () => void }) {
  const t = useTranslations("registry.pairs");
  const toast = useToast();
  const refresh = useRefreshRegistry();
  const withNik = pair.first.maskedNik === null && pair.second.maskedNik ? pair.second : pair.first;
  const [keptId, setKept] = useState(withNik.residentId);
  const [clientActionId] = useState(() => crypto.randomUUID());
  const merge = useMutation(
    useTRPC().beneficiaries.merge.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("merged") });
        refresh();
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={t("mergeTitle")}
      act={t("merge")}
      pending={merge.isPending}
      error={merge.error}
      onSend={(reason) => merge.mutate({ clientActionId, ...idsOf(pair), keptId, reason })}
      onClose={onClose}
    >
      <p className="text-control">{t("mergeText")}</p>
      <Field label={t("keep")}>
        <Select
          value={keptId}
          options={[pair.first, pair.second].map((one) => ({
            value: one.residentId,
            label: `${one.name}, ${one.villageName}, ${one.maskedNik ?? one.provisionalCode ?? ""}`,
          }))}
          onChange={(event) => setKept(event.target.value)}
        />
      </Field>
    </ReasonDialog>
  );
}

function ApartDialog({ pair, onClose }: { pair: LikelyPair; onClose: () => void }) {
  const t = useTranslations("registry.pairs");
  const toast = useToast();
  const refresh = useRefreshRegistry();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const tell = useMutation(
    useTRPC().beneficiaries.tellApart.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("toldApart") });
        refresh();
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={t("apartTitle")}
      act={t("apart")}
      pending={tell.isPending}
      error={tell.error}
      onSend={(reason) => tell.mutate({ clientActionId, ...idsOf(pair), reason })}
      onClose={onClose}
    >
      <p className="text-control">{t("apartText")}</p>
    </ReasonDialog>
  );
}
