import { StatusWord } from "@rembuk/ui/status-glyph";
import { TurnMarker } from "@rembuk/ui/turn-marker";
import { TwoClocksRow } from "@rembuk/ui/two-clocks-row";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useCaseWords } from "../wording/use-case-words";
import type { QueueItem } from "./queue-cells";

/** Frame of a card. */
export const CARD =
  "flex w-full flex-col gap-1.5 px-4 py-3 text-left text-text focus-visible:outline-offset-[-2px]";

/** What every card of a list says with, looked up once for all of them. */
export function useCardWords() {
  const t = useTranslations("queue");
  const clock = useTranslations("case.clock");
  const { rowClock, statusWord } = useCaseWords();
  return useMemo(
    () => ({ t, rowClock, statusWord, total: clock("total"), stage: clock("stage") }),
    [t, clock, rowClock, statusWord],
  );
}

export type CardWords = ReturnType<typeof useCardWords>;

interface CardBodyProps {
  row: QueueItem;
  words: CardWords;
  /** A referral that waits for the reader. */
  waiting?: ReactNode;
}

/**
 * What a case says of itself on a phone: the title, where it is, its state and both clocks. Drawn by the
 * server for the first sight of a list, and by the browser.
 */
export function CardBody({ row, words, waiting }: CardBodyProps) {
  const { t, rowClock } = words;
  return (
    <>
      <span className="flex items-start gap-2">
        {row.isMyTurn && !row.gone ? (
          <span className="flex h-[22px] items-center">
            <TurnMarker label={t("yourTurn")} />
          </span>
        ) : null}
        <span className="min-w-0 flex-1 text-15 font-semibold">{row.title}</span>
        {row.isSecret ? (
          <span title={t("secret")} className="pt-1 text-text-2">
            <Lock size={14} aria-hidden />
            <span className="sr-only">{t("secret")}</span>
          </span>
        ) : null}
      </span>
      <span className="text-13 text-text-2">
        <span className="font-mono text-12">{row.number}</span> · {row.villageName}
      </span>
      {waiting ? <span className="text-13">{waiting}</span> : null}
      <span className="flex items-center justify-between gap-3">
        <StateWords row={row} words={words} />
        <TwoClocksRow
          total={rowClock(row.total)}
          stage={rowClock(row.stage)}
          totalLabel={words.total}
          stageLabel={words.stage}
        />
      </span>
    </>
  );
}

/** Its state; of a row that was begun, that it waits to be carried out. */
function StateWords({ row, words }: { row: QueueItem; words: CardWords }) {
  const { t, statusWord } = words;
  if (row.gone) return <span className="text-13 text-text-2">{t("gone")}</span>;
  return (
    <span className="min-w-0">
      <StatusWord state={row.status} label={statusWord(row)} className="text-14" />
      {row.pending ? (
        <span className="block text-12 text-text-2">{t(`pending.${row.pending}`)}</span>
      ) : null}
    </span>
  );
}
