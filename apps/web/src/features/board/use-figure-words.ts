"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import type { BoardFigure } from "./board-data";
import { useHolderName } from "./use-holder-name";

const AGES = ["0–3", "4–7", "8–14", "15–30", "> 30"];

/** What a figure counts, in words: "Kasus terbuka, Lingsir". */
export function useFigureWords(figure: BoardFigure): string {
  const t = useTranslations("board.figure");
  const holder = useHolderName();
  const board = useQuery(useTRPC().reports.board.queryOptions()).data;
  const nameIn = (list: readonly { code: string; name: string }[] | undefined) => (code: string) =>
    list?.find((one) => one.code === code)?.name ?? code;
  const places = (figure.villages ?? []).map(nameIn(board?.villages));
  const subjects = (figure.categories ?? []).map(nameIn(board?.categories));
  const held = board?.holders.find(
    (h) => h.kind === figure.holderKind && h.code === (figure.holderCode ?? null),
  );
  const kind = figure.holderKind;
  const parts = [
    useMovedWords(figure) ?? t("open"),
    ...subjects,
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
    figure.subdistrict ? nameIn(board?.subdistricts)(figure.subdistrict) : null,
  ];
  return parts.filter(Boolean).join(", ");
}

/** "Masuk pekan mulai 16 Nov 2026"; null for what is open. */
function useMovedWords({ moved, since }: BoardFigure): string | null {
  const t = useTranslations("board.figure");
  const { shortDate } = useFormat();
  if (!moved) return null;
  if (since === "today") return t(`${moved}Today`);
  if (since === undefined) return t(moved);
  // Noon in WITA is that day in every zone of the country.
  return t(`${moved}Week`, { date: shortDate(new Date(`${since}T04:00:00Z`)) });
}
