"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import type { BoardFigure } from "./board-data";
import { useHolderName } from "./use-holder-name";

const AGES = ["0–3", "4–7", "8–14", "15–30", "> 30"];

/** What a figure counts, in words: "Kasus terbuka, Lingsir". */
export function useFigureWords(figure: BoardFigure): string {
  const t = useTranslations("board.figure");
  const holder = useHolderName();
  const board = useQuery(useTRPC().reports.board.queryOptions()).data;
  const villages = board?.villages ?? [];
  const places = villages.filter((v) => figure.villages?.includes(v.code)).map((v) => v.name);
  const within = villages.find((v) => v.subdistrictCode === figure.subdistrict)?.within;
  const held = board?.holders.find(
    (h) => h.kind === figure.holderKind && h.code === (figure.holderCode ?? null),
  );
  const kind = figure.holderKind;
  const parts = [
    figure.thisWeek ? t(figure.thisWeek) : t("open"),
    figure.lateness ? t(`lateness.${figure.lateness}`) : null,
    figure.unowned ? t("unowned") : null,
    figure.escalated ? t("escalated") : null,
    figure.age === undefined ? null : t("age", { range: AGES[figure.age] ?? "" }),
    kind
      ? t("heldBy", {
          holder: holder(held ?? { kind, code: figure.holderCode ?? null, name: null }),
        })
      : null,
    ...places,
    within ?? null,
  ];
  return parts.filter(Boolean).join(", ");
}
