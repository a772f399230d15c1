"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";
import { OutreachPanel } from "./outreach-panel";

/** Sosialisasi in a village, on its own page. */
export function VillageOutreach(props: { villageCode: string; mayRecord: boolean }) {
  const { villageCode, mayRecord } = props;
  const subdistrictCode = villageCode.slice(0, 8);
  const villages = useQuery({
    ...useTRPC().areas.villages.queryOptions({ subdistrictCode }),
    enabled: mayRecord,
  });
  const own = (villages.data ?? []).filter(({ code }) => code === villageCode);
  return (
    <div className="bg-canvas px-4 pb-4 sm:px-7">
      <OutreachPanel of={{ villageCode }} villages={mayRecord ? own : []} />
    </div>
  );
}
