"use client";

import { parentAreaOf } from "@rembuk/domain/areas/area-code";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { areaTitle } from "@/features/areas/area-name";
import { useTRPC } from "@/lib/trpc";
import { noticeKey, noticeParams } from "./notice-word";
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
  const villages = useVillageNames(notices);
  const { data } = useQuery(useTRPC().cases.categories.queryOptions(undefined, anHour));
  const categories = new Map((data ?? []).map(({ code, name }) => [code, name]));
  return {
    what: ({ kind }: Notice): string => t(`kinds.${noticeKey(kind)}`),
    number: ({ params }: Notice): string => noticeParams(params).number,
    about: ({ params }: Notice): string => {
      const { categoryCode, villageCode } = noticeParams(params);
      if (!categoryCode && !villageCode) return t("secret");
      const parts = [
        categoryCode && categories.get(categoryCode),
        villageCode && villages.get(villageCode),
      ];
      return parts.filter(Boolean).join(", ");
    },
  };
}
