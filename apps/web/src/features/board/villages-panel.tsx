"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { TileGrid } from "@rembuk/ui/tile-grid";
import { quantileBounds } from "@rembuk/ui/tile-steps";
import type { Tile } from "@rembuk/ui/tile-table";
import { useTranslations } from "next-intl";
import type { Board } from "./board-data";
import { figureHref } from "./figure-href";
import { useNarrow } from "./use-narrow";

interface Place {
  readonly key: string;
  readonly name: string;
  readonly open: number;
  readonly late: number;
  readonly href: string;
  readonly note?: string;
}

/** Villages of one kecamatan, or, for an office that serves several, the kecamatan. */
const placesOf = (
  board: Board,
  wards: string,
): { kind: "village" | "subdistrict"; places: Place[] } => {
  if (board.subdistricts.length <= 1) {
    const places = board.villages.map((v) => ({
      ...v,
      key: v.code,
      href: figureHref({ villages: [v.code] }),
      note: v.code.split(".")[3]?.startsWith("1") ? wards : undefined,
    }));
    return { kind: "village", places };
  }
  const places = board.subdistricts.map(({ code, name, open, late }) => {
    return { key: code, name, open, late, href: figureHref({ subdistrict: code }) };
  });
  return { kind: "subdistrict", places };
};

const LONG_WORD = 10;

/** Names are read whole: long words get wider tiles. */
const columnsFor = (places: readonly Place[], narrow: boolean) => {
  const words = places.flatMap((place) => place.name.split(" "));
  const isLong = words.some((word) => word.length > LONG_WORD);
  const most = (narrow ? 4 : 5) - (isLong ? 1 : 0);
  return places.length <= 6 ? Math.min(3, most) : places.length <= 12 ? Math.min(4, most) : most;
};

/** The load by place, as tiles in the order of the alphabet: a scheme, no map. */
export function VillagesPanel({ board }: { board: Board }) {
  const t = useTranslations("board.villages");
  const { kind, places } = placesOf(board, t("ward"));
  const columns = columnsFor(places, useNarrow());
  const tiles: Tile[] = places.map((place, at) => ({
    key: place.key,
    column: (at % columns) + 1,
    row: Math.floor(at / columns) + 1,
    name: place.name,
    note: place.note,
    count: place.open,
    late: place.late,
    href: place.href,
    sentence: t("sentence", { name: place.name, open: place.open, late: place.late }),
  }));
  return (
    <Panel>
      <TileGrid
        title={t(kind)}
        tiles={tiles}
        bounds={quantileBounds(places.map((p) => p.open))}
        labels={{
          tiles: t("tiles"),
          table: t("table"),
          view: t("view"),
          caption: t("caption"),
          count: t("count"),
          late: t("late"),
          name: t("name"),
          suppressed: t("suppressed"),
        }}
      />
      <SheetDoors villages={board.villages} />
    </Panel>
  );
}

/** The page of each village, by its name: folded away, for the tiles lead to its cases. */
function SheetDoors({ villages }: { villages: Board["villages"] }) {
  const t = useTranslations("villageSheet");
  if (villages.length === 0) return null;
  return (
    <details className="mt-2 border-t border-line pt-1">
      <summary className="flex min-h-9 cursor-pointer items-center text-12 text-brand underline decoration-1 underline-offset-2">
        {t("doorsTitle")}
      </summary>
      <ul className="grid grid-cols-2 gap-x-4 pb-1 sm:grid-cols-3">
        {villages.map((village) => (
          <li key={village.code}>
            <TextLink
              href={`/desa/${village.code}`}
              className="inline-flex min-h-7 items-center text-12"
            >
              {village.name}
            </TextLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
