"use client";

import { parentAreaOf } from "@rembuk/domain/areas/area-code";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { areaTitle } from "@/features/areas/area-name";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { innovationName, noticeKey, noticeParams, tripFacts } from "./notice-word";
import type { Notice } from "./use-notices";

const anHour = { staleTime: 3_600_000 };

/** Names of the villages that are spoken of; one question for each kecamatan. */
function useVillageNames(notices: readonly Notice[]): ReadonlyMap<string, string> {
  const trpc = useTRPC();
  const codes = notices.flatMap(({ params }) => noticeParams(params).villageCode ?? []);
  const places = [...new Set(codes.flatMap((code) => parentAreaOf(code) ?? []))];
  return useQueries({
    queries: places.map((subdistrictCode) =>
      trpc.areas.villages.queryOptions({ subdistrictCode }, anHour),
    ),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) => data ?? []).map((area) => [area.code, areaTitle(area)]),
      ),
  });
}

/** A notice in words: what happened, and to which case. */
export function useNoticeWords(notices: readonly Notice[]) {
  const t = useTranslations("notices");
  const { shortDate } = useFormat();
  const villages = useVillageNames(notices);
  const { data } = useQuery(useTRPC().cases.categories.queryOptions(undefined, anHour));
  const categories = new Map((data ?? []).map(({ code, name }) => [code, name]));
  return {
    what: ({ kind }: Notice): string => t(`kinds.${noticeKey(kind)}`),
    number: ({ params }: Notice): string => noticeParams(params).number,
    about: (notice: Notice): string => {
      if (noticeKey(notice.kind) === "quarantineWaits") return t("quarantine");
      const { categoryCode, villageCode } = noticeParams(notice.params);
      const innovation = innovationName(notice);
      if (innovation !== null) return innovation;
      const trip = tripFacts(notice);
      if (trip) {
        const why = trip.reason ? t(`postponed.${trip.reason}`) : "";
        const where = villageCode ? villages.get(villageCode) : "";
        return [shortDate(dayOf(trip.day)), where, why].filter(Boolean).join(", ");
      }
      if (!categoryCode && !villageCode) return t("secret");
      const parts = [
        categoryCode && categories.get(categoryCode),
        villageCode && villages.get(villageCode),
      ];
      return parts.filter(Boolean).join(", ");
    },
  };
}
