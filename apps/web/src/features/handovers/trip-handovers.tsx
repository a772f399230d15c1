"use client";

import { Button } from "@rembuk/ui/button";
import { Chip, type ChipTone } from "@rembuk/ui/chip";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import {
  Check,
  CheckCheck,
  CircleHelp,
  Keyboard,
  Minus,
  PencilLine,
  ScanSearch,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { OfficeZoneProvider, useFormat } from "@/components/office-zone";
import type { ShownTrip } from "@/features/trips/trip-data";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { DoubtDialog } from "./doubt-dialog";
import type { HandoverRow, TripHandovers as Loaded } from "./handover-data";
import { HandoverEvidence } from "./handover-evidence";
import { HandoverFacts } from "./handover-facts";
import { KeySheetDialog } from "./key-sheet-dialog";
import { ReviewDialog } from "./review-dialog";
import { useHandoverAct } from "./use-handover-act";

/** What was recorded at the doors of a trip: what waits for a person first, then all in the server's order. */
export function TripHandovers({ tripId }: { tripId: string }) {
  const t = useTranslations("handovers");
  const wording = useErrorWording();
  const trpc = useTRPC();
  const found = useQuery(trpc.handovers.list.queryOptions({ tripId }));
  const trip = useQuery(trpc.trips.show.queryOptions({ tripId }));
  if (found.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={found.isFetching}
        onRetry={() => void found.refetch()}
      >
        {wording(callFailure(found.error).code)}
      </ErrorState>
    );
  if (!found.data || !trip.data) return <SkeletonRows label={t("loading")} slow={t("loading")} />;
  return (
    <OfficeZoneProvider zone={trip.data.zone}>
      <HandoverPanel trip={trip.data} {...found.data} />
    </OfficeZoneProvider>
  );
}

const isOpen = ({ state }: HandoverRow) => state === "held" || state === "disputed";
const isCounted = ({ state }: HandoverRow) => state === "synced" || state === "verified";

type Window =
  | { readonly what: "review" | "doubt"; readonly row: HandoverRow }
  | { readonly what: "sheet" };

/** Once goods are on the road there may be paper to be keyed. */
const keysSheets: readonly ShownTrip["status"][] = ["departed", "on_site", "returned"];

function HandoverPanel({ trip, items, mayDecide }: Loaded & { readonly trip: ShownTrip }) {
  const t = useTranslations("handovers");
  const [open, setOpen] = useState<Window | null>(null);
  const close = () => setOpen(null);
  const ordered = [...items.filter(isOpen), ...items.filter((one) => !isOpen(one))];
  const counts = { kept: items.filter(isCounted).length, held: items.filter(isOpen).length };
  return (
    <Panel
      id="serah-terima"
      flush
      title={t("title")}
      note={items.length > 0 ? t("counts", counts) : t("note")}
      actions={
        mayDecide && keysSheets.includes(trip.status) ? (
          <Button
            size="small"
            icon={<Keyboard size={14} aria-hidden />}
            onClick={() => setOpen({ what: "sheet" })}
          >
            {t("keySheet.open")}
          </Button>
        ) : null
      }
    >
      {items.length === 0 ? <p className="p-3 text-text-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {ordered.map((row) => (
          <li key={row.id} className={`p-3 ${isOpen(row) ? "bg-warn-soft" : ""}`}>
            <HandoverItem row={row} mayDecide={mayDecide} onOpen={setOpen} />
          </li>
        ))}
      </ul>
      {open?.what === "review" ? (
        <ReviewDialog
          held={open.row}
          against={items.find(({ id }) => id === open.row.againstId) ?? null}
          onClose={close}
        />
      ) : null}
      {open?.what === "sheet" ? <KeySheetDialog trip={trip} items={items} onClose={close} /> : null}
      {open?.what === "doubt" ? <DoubtDialog handover={open.row} onClose={close} /> : null}
    </Panel>
  );
}

const looks: Record<HandoverRow["state"], readonly [ChipTone, ReactNode]> = {
  synced: ["plain", <Check key="synced" size={12} aria-hidden />],
  verified: ["ok", <CheckCheck key="verified" size={12} aria-hidden />],
  disputed: ["warn", <CircleHelp key="disputed" size={12} aria-hidden />],
  held: ["warn", <ScanSearch key="held" size={12} aria-hidden />],
  set_aside: ["plain", <Minus key="set_aside" size={12} aria-hidden />],
  corrected: ["plain", <PencilLine key="corrected" size={12} aria-hidden />],
};

function HandoverItem({
  row,
  mayDecide,
  onOpen,
}: {
  row: HandoverRow;
  mayDecide: boolean;
  onOpen: (window: Window) => void;
}) {
  const t = useTranslations("handovers");
  const { shortDateTime } = useFormat();
  const last = row.rulings.at(-1);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <b className="font-semibold break-words">{row.person}</b>
        <span className="text-13 text-text-2">
          {row.maskedNik ? `${row.maskedNik} · ` : ""}
          {row.villageName}
        </span>
        {row.isCandidate ? <Chip>{t("candidate")}</Chip> : null}
        <Chip tone={looks[row.state][0]} icon={looks[row.state][1]} className="sm:ml-auto">
          {t(`state.${row.state}`)}
        </Chip>
      </p>
      {row.state === "held" && row.heldBecause ? (
        <p className="text-14 font-semibold text-warn">{t(`because.${row.heldBecause}`)}</p>
      ) : null}
      <HandoverFacts handover={row} />
      {last ? (
        <p className="text-13 text-text-2 break-words">
          {t("ruling", {
            state: t(`state.${last.state}`),
            who: last.decidedBy,
            time: shortDateTime(last.decidedAt),
          })}
          {last.words ? `: ${last.words}` : null}
        </p>
      ) : null}
      <HandoverEvidence evidence={row.evidence} />
      <Decisions row={row} mayDecide={mayDecide} onOpen={onOpen} />
    </div>
  );
}

function Decisions({ row, mayDecide, onOpen }: Parameters<typeof HandoverItem>[0]) {
  const t = useTranslations("handovers");
  const verify = useHandoverAct({
    run: (handovers, clientActionId) =>
      handovers.verify.mutate({
        ...{ clientActionId, handoverId: row.id, judgement: "verified", reason: "" },
      }),
    done: t("check.done"),
    onDone: () => undefined,
  });
  if (row.state === "held" && !mayDecide)
    return <p className="text-13 text-text-2">{t("review.onlyLead")}</p>;
  if (!mayDecide) return null;
  if (row.state === "held")
    return (
      <Button
        tone="primary"
        size="small"
        className="self-start"
        onClick={() => onOpen({ what: "review", row })}
      >
        {t("review.open")}
      </Button>
    );
  if (!isCounted(row) && row.state !== "disputed") return null;
  return (
    <div className="flex flex-wrap gap-2">
      {row.state === "verified" ? null : (
        <Button size="small" pending={verify.isSending} onClick={verify.send}>
          {t("check.verify")}
        </Button>
      )}
      {row.state === "disputed" ? null : (
        <Button size="small" tone="quiet" onClick={() => onOpen({ what: "doubt", row })}>
          {t("check.dispute")}
        </Button>
      )}
      {verify.failure ? <p className="text-13 text-bad">{verify.failure}</p> : null}
    </div>
  );
}
