"use client";

import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPC, useTRPCClient } from "@/lib/trpc";

/** Berita acara of a trip, one for each village and program; who may not number them sees nothing here. */
export function HandoverRecords({ tripId }: { tripId: string }) {
  const t = useTranslations("handovers.records");
  const papers = useTranslations("papers.record");
  const { reports } = useTRPCClient();
  const found = useQuery({
    ...useTRPC().handovers.records.queryOptions({ tripId }),
    retry: false,
  });
  if (!found.data || found.data.length === 0) return null;
  return (
    <Panel id="berita-acara" flush title={t("title")} note={t("note")}>
      <ul className="divide-y divide-line">
        {found.data.map(({ villageCode, villageName, programCode, programName, ...group }) => (
          <li
            key={`${villageCode} ${programCode}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1.5 p-3"
          >
            <div className="min-w-0 flex-1">
              <p className="text-14 font-semibold break-words">
                {villageName} · {programName || t("outside")}
              </p>
              <p className="text-13 text-text-2">
                {t("people", { count: group.people })}
                {group.number ? ` · ${group.number}` : null}
              </p>
              {group.open > 0 ? (
                <p className="text-13 font-semibold text-warn">
                  {t("waits", { count: group.open })}
                </p>
              ) : null}
            </div>
            {group.open === 0 && group.people > 0 ? (
              <>
                <PaperButton
                  kind="recipient-list"
                  label={t("list")}
                  about={papers("listAbout")}
                  size="small"
                  onRequest={() =>
                    reports.requestRecipientList.mutate({
                      ...{ clientActionId: crypto.randomUUID(), tripId, villageCode, programCode },
                    })
                  }
                />
                <PaperButton
                  kind="handover-record"
                  label={t("make")}
                  about={papers("about")}
                  size="small"
                  onRequest={async () => {
                    const clientActionId = crypto.randomUUID();
                    await reports.requestHandoverRecord.mutate({
                      ...{ clientActionId, tripId, villageCode, programCode },
                    });
                    await found.refetch();
                  }}
                />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
