"use client";

import { CommandPalette, type PaletteGroup, type PaletteItem } from "@rembuk/ui/command-palette";
import { Kbd } from "@rembuk/ui/kbd";
import { rankMatches } from "@rembuk/ui/text-match";
import { Keyboard, ListChecks, MoveRight, SquareArrowOutUpRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Place } from "@/components/app-shell/navigation";
import {
  bulkActs,
  type CaseAct,
  caseKeys,
  helpKey,
  jumpKey,
  placeKeys,
} from "@/components/shortcuts/shortcut-table";
import { useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import type { CaseDetail } from "../case-data";
import { useCaseWords } from "../wording/use-case-words";
import { type CurrentCase, useCurrentCaseRef } from "./current-case";
import { useCaseCommands, useCommandCase } from "./use-case-commands";
import { useFoundCases } from "./use-found-cases";

export interface CasePaletteProps {
  places: readonly Place[];
  /** Whether there are cases that this person may look for. */
  mayReadCases: boolean;
  onClose: () => void;
  onHelp: () => void;
}

/** Those of the commands that fit what is typed. */
const fitting = (items: readonly PaletteItem[], text: string): readonly PaletteItem[] =>
  rankMatches(
    items.map((item) => ({ ...item, value: item.id })),
    text,
  );

/** Everything that can be done from here, by typing: acts on the case at hand, places, cases. */
export function CasePalette(props: CasePaletteProps) {
  const shared = useCurrentCaseRef();
  const [current] = useState(() => shared.current);
  const kase = useCommandCase(current);
  return kase && current ? (
    <WithCase {...props} current={current} kase={kase} />
  ) : (
    <Commands {...props} current={current} acts={[]} title={null} />
  );
}

function WithCase(props: CasePaletteProps & { current: CurrentCase; kase: CaseDetail }) {
  const { kase, current } = props;
  const shortcuts = useShortcutSetting();
  const start = (act: CaseAct) => {
    props.onClose();
    current.start(act);
  };
  const acts = useCaseCommands(kase, start, shortcuts.on && !current.checked?.count);
  return <Commands {...props} acts={acts} title={`${kase.number} · ${kase.title}`} />;
}

interface CommandsProps extends CasePaletteProps {
  current: CurrentCase | null;
  acts: readonly PaletteItem[];
  /** Number and title of the case that the acts are for. */
  title: string | null;
}

function Commands(props: CommandsProps) {
  const t = useTranslations("palette");
  const [text, setText] = useState("");
  const found = useFoundItems(text, props);
  const checked = useCheckedItems(props);
  const places = usePlaceItems(props);
  const others = useOtherItems(props);
  const groups: readonly PaletteGroup[] = [
    {
      id: "checked",
      heading: t("checked", { count: props.current?.checked?.count ?? 0 }),
      items: fitting(checked, text),
    },
    { id: "case", heading: props.title ?? "", items: fitting(props.acts, text) },
    { id: "found", heading: t("cases"), items: found.items },
    { id: "places", heading: t("places"), items: fitting(places, text) },
    { id: "others", heading: t("others"), items: fitting(others, text) },
  ];
  return (
    <CommandPalette
      label={t("title")}
      placeholder={t(props.mayReadCases ? "placeholder" : "placeholderPlaces")}
      text={text}
      onText={setText}
      groups={groups}
      emptyLabel={t("empty")}
      busyLabel={found.isBusy ? t("searching") : undefined}
      onClose={props.onClose}
      footer={(["move", "choose", "leave"] as const).map((word) => (
        <span key={word} className="flex items-center gap-1.5">
          <Kbd>{t(`keys.${word}.key`)}</Kbd>
          {t(`keys.${word}.word`)}
        </span>
      ))}
    />
  );
}

/** Cases by number or words, as links to their pages. */
function useFoundItems(text: string, props: CasePaletteProps) {
  const router = useRouter();
  const { statusWord } = useCaseWords();
  const found = useFoundCases(text, props.mayReadCases);
  const items = found.items.map(
    (row): PaletteItem => ({
      id: row.id,
      label: row.title,
      note: `${row.number} · ${row.villageName} · ${statusWord(row)}`,
      icon: <SquareArrowOutUpRight size={16} />,
      onSelect: () => {
        props.onClose();
        router.push(`/kasus/${row.id}`);
      },
    }),
  );
  return { items, isBusy: found.isBusy };
}

/** What can be done to all that is checked on the list. */
function useCheckedItems({ current, onClose }: CommandsProps): readonly PaletteItem[] {
  const t = useTranslations("bulk.acts");
  const checked = current?.checked;
  if (!checked || checked.count === 0) return [];
  return bulkActs.map((act) => ({
    id: act,
    label: t(act),
    icon: <ListChecks size={16} />,
    hint: [caseKeys[act]],
    onSelect: () => {
      onClose();
      checked.start(act);
    },
  }));
}

function usePlaceItems({ places, onClose }: CasePaletteProps): readonly PaletteItem[] {
  const name = useTranslations("nav");
  const router = useRouter();
  const shortcuts = useShortcutSetting();
  return places.map(({ key, href }) => ({
    id: key,
    label: name(key),
    icon: <MoveRight size={16} />,
    hint: shortcuts.on ? [jumpKey, placeKeys[key]] : undefined,
    onSelect: () => {
      onClose();
      router.push(href);
    },
  }));
}

function useOtherItems({ onHelp }: CasePaletteProps): readonly PaletteItem[] {
  const t = useTranslations("palette");
  const shortcuts = useShortcutSetting();
  return [
    {
      id: "help",
      label: t("help"),
      icon: <Keyboard size={16} />,
      hint: shortcuts.on ? [helpKey] : undefined,
      onSelect: onHelp,
    },
    {
      id: "letters",
      label: t(shortcuts.on ? "lettersOff" : "lettersOn"),
      icon: <Keyboard size={16} />,
      onSelect: () => shortcuts.set(!shortcuts.on),
    },
  ];
}
