"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Kbd } from "@rembuk/ui/kbd";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { isWidePage } from "../app-shell/current-item";
import type { Place } from "../app-shell/navigation";
import { ShortcutSwitch } from "./shortcut-switch";
import {
  type BoardKey,
  boardKeys,
  type CaseAct,
  caseKeys,
  helpKey,
  jumpKey,
  keyCap,
  type ListKey,
  listKeys,
  paletteKey,
  placeKeys,
} from "./shortcut-table";

interface Line {
  readonly id: string;
  readonly keys: readonly string[];
  readonly word: string;
}

/** Every key that acts on this page, read from the table that the screens bind. */
function useSections(places: readonly Place[]) {
  const t = useTranslations("shortcuts");
  const name = useTranslations("nav");
  const act = useTranslations("caseActions");
  const path = usePathname();
  const isCase = isWidePage(path);
  const actWord = (id: CaseAct) =>
    id === "assign" || id === "note" || id === "macro" ? t(`acts.${id}`) : act(`${id}.title`);
  const acts = (Object.keys(caseKeys) as CaseAct[]).map(
    (id): Line => ({ id, keys: [caseKeys[id]], word: actWord(id) }),
  );
  const list = (Object.keys(listKeys) as ListKey[]).map(
    (id): Line => ({ id, keys: listKeys[id], word: t(`list.${id}`) }),
  );
  const everywhere: readonly Line[] = [
    { id: "palette", keys: [`Ctrl ${paletteKey.toUpperCase()}`], word: t("palette") },
    { id: "help", keys: [helpKey], word: t("help") },
    { id: "send", keys: ["Ctrl ↵"], word: t("send") },
  ];
  const jumps = places.map(
    ({ key }): Line => ({ id: key, keys: [jumpKey, placeKeys[key]], word: name(key) }),
  );
  const neighbours = (["down", "up"] as const).map(
    (id): Line => ({ id, keys: listKeys[id], word: t(`list.${id}`) }),
  );
  const board = (Object.keys(boardKeys) as BoardKey[]).map(
    (id): Line => ({ id, keys: boardKeys[id], word: t(`board.${id}`) }),
  );
  return [
    ...(path === "/inovasi/kesehatan" ? [{ id: "board", title: t("onBoard"), lines: board }] : []),
    ...(path === "/antrean" ? [{ id: "list", title: t("onList"), lines: list }] : []),
    ...(isCase ? [{ id: "trail", title: t("onList"), lines: neighbours }] : []),
    ...(isCase || path === "/antrean" ? [{ id: "acts", title: t("onCase"), lines: acts }] : []),
    { id: "everywhere", title: t("everywhere"), lines: everywhere },
    { id: "jumps", title: t("jump"), lines: jumps },
  ];
}

/** What each key does, and the switch for single letters. */
export function ShortcutsHelp(props: { places: readonly Place[]; onClose: () => void }) {
  const { places, onClose } = props;
  const t = useTranslations("shortcuts");
  const sections = useSections(places);
  const closeButton = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="large"
      title={t("title")}
      closeLabel={t("close")}
      // The list is read from its head; the switch stands at its end.
      initialFocus={closeButton}
      footer={
        <Button ref={closeButton} tone="primary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <div className="gap-x-8 sm:columns-2 lg:columns-3">
        {sections.map(({ id, title, lines }) => (
          <section key={id} aria-label={title} className="mb-4">
            <h3 className="mb-1.5 text-13 font-bold">{title}</h3>
            <dl className="grid grid-cols-[76px_1fr] gap-x-2 gap-y-1.5 text-control">
              {lines.map((line) => (
                <div key={line.id} className="contents">
                  <dt className="flex flex-wrap gap-1">
                    {line.keys.map((key) => (
                      <Kbd key={key}>{keyCap(key)}</Kbd>
                    ))}
                  </dt>
                  <dd>{line.word}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="border-t border-line pt-3">
        <ShortcutSwitch />
      </div>
    </Dialog>
  );
}
