"use client";

import { CountTable } from "@rembuk/ui/count-table";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import type { Board } from "./board-data";
import { figureHref } from "./figure-href";
import { type Group, GroupBars } from "./group-bars";
import { useHolderName } from "./use-holder-name";

const MOST = 10;

/** What the open cases are about. */
export function CategoriesPanel({ board }: { board: Board }) {
  const t = useTranslations("board.categories");
  const groups = board.categories.map(({ code, name, open, near, late }): Group => {
    return { key: code, label: name, open, near, late, figure: { categories: [code] } };
  });
  return (
    <Panel id="jenis" title={t("title")}>
      <Groups groups={groups} title={t("title")} rowHead={t("row")} />
    </Panel>
  );
}

/** Whose field they belong to by the rules, whoever has them now. */
export function SectorsPanel({ board }: { board: Board }) {
  const t = useTranslations("board.sectors");
  const holderName = useHolderName();
  const groups = board.sectors.map(({ code, name, categories, ...counts }): Group => {
    const label = code === null ? t("none") : holderName({ kind: "sector", code, name });
    return { ...counts, key: code ?? "", label, figure: { categories: [...categories] } };
  });
  return (
    <Panel id="bidang" title={t("title")} note={t("note")}>
      <Groups groups={groups} title={t("title")} rowHead={t("row")} />
    </Panel>
  );
}

function Groups(props: { groups: readonly Group[]; title: string; rowHead: string }) {
  const t = useTranslations("board");
  const { groups, title, rowHead } = props;
  if (groups.length === 0) return <p className="text-control text-text-2">{t("holders.none")}</p>;
  return (
    <GroupBars
      groups={groups}
      most={MOST}
      label={title}
      rowHead={rowHead}
      labelWidth="min(17rem, 46%)"
    />
  );
}

/** For an office of several kecamatan: each category, what is due, and where. */
export function CategoryPlacesPanel({ board }: { board: Board }) {
  const t = useTranslations("board.matrix");
  const parts = ["open", "near", "late"] as const;
  const columns = [
    ...parts.map((key) => ({ key, label: t(key) })),
    ...board.subdistricts.map(({ code, name }) => ({ key: code, label: name })),
  ];
  const rows = board.categories.map((category) => {
    const { code, name, places } = category;
    const here = { categories: [code] };
    return {
      key: code,
      label: name,
      cells: [
        ...parts.map((part) => ({
          value: category[part],
          href: figureHref(part === "open" ? here : { ...here, lateness: part }),
          sentence: `${name}, ${t(part)}: ${category[part]}`,
          tone: part === "late" ? ("bad" as const) : ("plain" as const),
        })),
        ...board.subdistricts.map((district) => {
          const value = places.find((p) => p.subdistrictCode === district.code)?.open ?? 0;
          const href = figureHref({ ...here, subdistrict: district.code });
          return { value, href, sentence: `${name}, ${district.name}: ${value}` };
        }),
      ],
    };
  });
  return (
    <Panel id="jenis" title={t("title")} note={t("note")}>
      {rows.length > 0 ? (
        <CountTable caption={t("title")} rowHead={t("row")} columns={columns} rows={rows} />
      ) : (
        <p className="text-control text-text-2">{t("none")}</p>
      )}
    </Panel>
  );
}
