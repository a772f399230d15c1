"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fold } from "@/components/fold";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { OutreachDialog } from "./outreach-dialog";
import type { OutreachVillage } from "./outreach-entry";
import { RelayDialog } from "./relay-dialog";
import type { OutreachRow } from "./trip-data";

interface OutreachPanelProps {
  of: { readonly tripId: string } | { readonly villageCode: string };
  /** Where the reader may write one down; none: only read. */
  villages: readonly OutreachVillage[];
}

/** Sosialisasi and words of a trip or of a village, and that the village passed them on. */
export function OutreachPanel({ of, villages }: OutreachPanelProps) {
  const t = useTranslations("outreach");
  const wording = useErrorWording();
  const [isOpen, setOpen] = useState(false);
  const [relayed, setRelayed] = useState<OutreachRow | null>(null);
  const list = useQuery(useTRPC().trips.outreach.queryOptions(of));
  const rows = list.data ?? [];
  return (
    <Panel
      id="sosialisasi"
      flush
      title={t("title")}
      actions={
        villages.length > 0 ? (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
            {t("record")}
          </Button>
        ) : null
      }
    >
      {list.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
          takeFocus={false}
        >
          {wording(callFailure(list.error).code)}
        </ErrorState>
      ) : null}
      {list.isPending ? <SkeletonRows rows={1} label={t("loading")} slow={t("loading")} /> : null}
      {list.data && rows.length === 0 ? (
        <p className="px-3 py-2.5 text-text-2">{t("none")}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <OutreachItem key={row.id} row={row} onRelay={() => setRelayed(row)} />
        ))}
      </ul>
      {isOpen ? (
        <OutreachDialog
          villages={villages}
          tripId={"tripId" in of ? of.tripId : null}
          onClose={() => setOpen(false)}
        />
      ) : null}
      {relayed ? <RelayDialog row={relayed} onClose={() => setRelayed(null)} /> : null}
    </Panel>
  );
}

function Session({ row }: { row: OutreachRow }) {
  const t = useTranslations("outreach");
  const { shortDate } = useFormat();
  return (
    <>
      <p className="text-14 font-semibold break-words">{row.topic}</p>
      <p className="text-12 text-text-2 break-words">
        {shortDate(dayOf(row.heldOn))} · {row.villageName}, {row.place} ·{" "}
        {t(`medium.${row.medium}`)}
        {row.attendance === null ? "" : ` · ${t("came", { count: row.attendance })}`}
      </p>
      <p className="text-12 text-text-2 break-words">{t("by", { team: row.team })}</p>
      {row.link ? (
        <p className="text-12 break-words">
          <TextLink href={row.link}>{row.link}</TextLink>
        </p>
      ) : null}
    </>
  );
}

/** A trip does not come as it was said: what the village is to tell, and whom. */
function Word({ row }: { row: OutreachRow }) {
  const t = useTranslations("outreach");
  const { shortDate } = useFormat();
  return (
    <>
      <p className="text-14 font-semibold break-words">{t(`word.${row.reason ?? "cancelled"}`)}</p>
      <p className="text-12 text-text-2 break-words">
        {shortDate(dayOf(row.heldOn))} · {row.villageName} · {row.topic}
      </p>
      {row.relayedOn ? null : (
        <p className="text-12 text-text-2">
          {row.waiting > 0 ? t("waiting", { count: row.waiting }) : t("waitingVillage")}
        </p>
      )}
      {row.people ? (
        <div className="text-13">
          <Fold title={t("whoWaits")}>
            <ul className="mb-1 list-disc pl-7">
              {row.people.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
                <li key={`${name} ${at}`} className="break-words">
                  {name}
                </li>
              ))}
            </ul>
          </Fold>
        </div>
      ) : null}
    </>
  );
}

function OutreachItem({ row, onRelay }: { row: OutreachRow; onRelay: () => void }) {
  const t = useTranslations("outreach");
  const { shortDate } = useFormat();
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        {row.kind === "session" ? <Session row={row} /> : <Word row={row} />}
        <p className="text-12 break-words">
          {row.relayedHow && row.relayedOn
            ? t("relayed", { how: row.relayedHow, date: shortDate(dayOf(row.relayedOn)) })
            : t("notRelayed")}
        </p>
      </div>
      {row.mayRelay ? (
        <Button
          size="small"
          aria-label={t("relayOf", { topic: `${row.topic}, ${row.villageName}` })}
          onClick={onRelay}
        >
          {t("relay")}
        </Button>
      ) : null}
    </li>
  );
}
