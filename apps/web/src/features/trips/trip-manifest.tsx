"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { FillDialog } from "./fill-dialog";
import { LoadingPaper } from "./loading-paper";
import { SheetPaper } from "./sheet-paper";
import type { Manifest, ShownTrip } from "./trip-data";
import { useTripAct } from "./use-trip-act";

type Line = Manifest["lines"][number];

/** Who receives what at which stop; before loading people are put on the list and taken off it. */
export function TripManifest({ trip }: { trip: ShownTrip }) {
  const t = useTranslations("manifest");
  const wording = useErrorWording();
  const [isFilling, setFilling] = useState(false);
  const manifest = useQuery(useTRPC().trips.manifest.queryOptions({ tripId: trip.id }));
  const lines = manifest.data?.lines ?? [];
  return (
    <Panel
      id="manifes"
      flush
      title={t("title")}
      note={t("people", { count: lines.length })}
      actions={
        <span className="flex flex-wrap gap-2">
          {lines.length > 0 ? <LoadingPaper tripId={trip.id} /> : null}
          {lines.length > 0 && trip.mayPrintSheet ? <SheetPaper tripId={trip.id} /> : null}
          {trip.mayFill ? (
            <Button
              size="small"
              icon={<Plus size={14} aria-hidden />}
              onClick={() => setFilling(true)}
            >
              {t("fill.open")}
            </Button>
          ) : null}
        </span>
      }
    >
      {manifest.error ? (
        <Notice tone="bad">{wording(callFailure(manifest.error).code)}</Notice>
      ) : null}
      {manifest.isPending ? (
        <SkeletonRows rows={2} label={t("loading")} slow={t("loading")} />
      ) : null}
      {manifest.data && lines.length === 0 ? (
        <p className="px-3 py-2.5 text-text-2">{t(trip.mayFill ? "noneYet" : "none")}</p>
      ) : null}
      {manifest.data && lines.length > 0 ? (
        <ManifestLines trip={trip} manifest={manifest.data} />
      ) : null}
      {isFilling ? <FillDialog trip={trip} onClose={() => setFilling(false)} /> : null}
    </Panel>
  );
}

/** By stop, in the order of the visits; those who are marked can be taken off. */
function ManifestLines({ trip, manifest }: { trip: ShownTrip; manifest: Manifest }) {
  const t = useTranslations("manifest");
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.removeLines.mutate({
        ...{ clientActionId, tripId: trip.id, version: trip.version, lineIds: [...marked] },
      }),
    done: t("removed", { count: marked.size }),
    onDone: () => setMarked(new Set()),
  });
  const toggle = (id: string) =>
    setMarked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <>
      {manifest.stops.map((stop) => {
        const lines = manifest.lines.filter((line) => line.stopId === stop.id);
        if (lines.length === 0) return null;
        return (
          <section key={stop.id} aria-label={stop.villageName} className="border-b border-line">
            <h3 className="bg-sunken px-3 py-1.5 text-13 font-bold">
              {stop.villageName}{" "}
              <span className="font-normal text-text-2">
                {t("people", { count: lines.length })}
              </span>
            </h3>
            <ul className="divide-y divide-line">
              {lines.map((line) => (
                <ManifestRow
                  key={line.id}
                  line={line}
                  goods={manifest.goods.find(({ id }) => id === line.goodsId)}
                  isMarked={trip.mayFill ? marked.has(line.id) : null}
                  onMark={() => toggle(line.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {act.failure ? (
        <Notice tone="bad" live>
          {act.failure}
        </Notice>
      ) : null}
      {marked.size > 0 ? (
        <div className="px-3 py-2.5">
          <Button size="small" pending={act.isSending} onClick={act.send}>
            {t("remove", { count: marked.size })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function ManifestRow(props: {
  line: Line;
  goods: Manifest["goods"][number] | undefined;
  /** Null: not the reader's to take off. */
  isMarked: boolean | null;
  onMark: () => void;
}) {
  const { line, goods, isMarked, onMark } = props;
  const t = useTranslations("manifest");
  const { number } = useFormat();
  const person = (
    <>
      <b className="font-semibold break-words">{line.name}</b>{" "}
      <span className="text-12 text-text-2 tabular-nums">
        {line.maskedNik ?? line.provisionalCode ?? ""}
      </span>
    </>
  );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-14">
      <div className="min-w-0 flex-1 basis-52">
        {isMarked === null ? (
          person
        ) : (
          <Checkbox checked={isMarked} onChange={onMark} label={person} />
        )}
      </div>
      <span className="text-text-2 tabular-nums">
        {t("receives", {
          program: line.programName,
          goods: goods?.name ?? "",
          count: number(line.quantity),
          unit: goods?.unit ?? "",
        })}
      </span>
      {line.outcome ? (
        <span className="font-semibold">
          {t(`outcome.${line.outcome}`, { count: number(line.deliveredQuantity ?? 0) })}
        </span>
      ) : null}
    </li>
  );
}
