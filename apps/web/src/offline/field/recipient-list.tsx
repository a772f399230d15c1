"use client";

import { lineCode, readLineCode } from "@rembuk/domain/handovers/line-code";
import { Button } from "@rembuk/ui/button";
import { TextInput } from "@rembuk/ui/text-input";
import { PackageCheck, ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useCallback, useDeferredValue, useMemo, useState } from "react";
import { byLine, countGoods, type GoodsCount, type OwnRecord } from "./field-standing";
import type { FieldView } from "./field-view";
import { draftKey, type PackagedLine } from "./handover-entry";
import { Recipient, useRowWords } from "./recipient-row";
import { ScanCode } from "./scan-code";
import { CasesRow, casesOf } from "./trip-cases";
import type { FieldContent } from "./use-field";
import type { OpenTrip } from "./vault";

interface ListProps {
  content: FieldContent;
  open: OpenTrip;
  own: readonly OwnRecord[];
  setView: (view: FieldView) => void;
}

const asLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, "");

/** The people of the trip, stop by stop: who still waits, who was served, and by whom it is next. */
export function RecipientList({ content, open, own, setView }: ListProps) {
  const t = useTranslations("field.list");
  const [text, setText] = useState("");
  const [isScanning, setScanning] = useState(false);
  const { lines } = open.trip;
  const standing = useMemo(() => byLine(own), [own]);
  // Letters show at once; the list of hundreds follows when the phone is free.
  const wanted = useDeferredValue(text);
  const next = lines.find(({ id }) => !standing.has(id));
  const show = useCallback(
    (lineId: string | null, correctsId: string | null = null) =>
      setView({ at: "handover", lineId, correctsId }),
    [setView],
  );
  const showCases = useCallback((stopId: string) => setView({ at: "cases", stopId }), [setView]);
  const findScanned = (scanned: string): boolean => {
    const line = lines.find(({ id }) => lineCode(id) === scanned);
    if (line) show(line.id, standing.get(line.id)?.clientActionId ?? null);
    return line !== undefined;
  };
  return (
    <>
      {countGoods(open.trip, own).map((goods) => (
        <GoodsBand key={goods.id} goods={goods} />
      ))}
      <div className="flex flex-col gap-2 border-b border-line bg-sunken px-4 py-2.5">
        <div className="flex gap-2">
          <TextInput
            type="search"
            aria-label={t("search")}
            placeholder={t("searchShort")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            className="min-w-0 flex-1"
          />
          <Button
            icon={<ScanLine size={20} aria-hidden />}
            aria-expanded={isScanning}
            onClick={() => setScanning(!isScanning)}
          >
            {t("scan")}
          </Button>
        </div>
        {isScanning ? <ScanCode onCode={findScanned} onClose={() => setScanning(false)} /> : null}
      </div>
      <StopLists
        trip={open.trip}
        draftsOf={content.draftsOf}
        {...{ standing, wanted, onOpen: show, onCases: showCases }}
      />
      <div className="sticky bottom-0 mt-auto flex flex-col gap-2 border-t border-line bg-surface px-4 py-3">
        {next ? (
          <Button
            tone="primary"
            size="large"
            block
            icon={<PackageCheck size={20} aria-hidden />}
            onClick={() => show(next.id)}
          >
            {t("next")}
          </Button>
        ) : null}
        <div className="grid grid-cols-2 gap-2">
          <Button block onClick={() => show(null)}>
            {t("newcomer")}
          </Button>
          <Button block onClick={() => setView({ at: "problem" })}>
            {t("problem")}
          </Button>
        </div>
      </div>
    </>
  );
}

interface StopListsProps {
  trip: OpenTrip["trip"];
  draftsOf: readonly string[];
  standing: ReadonlyMap<string, OwnRecord>;
  /** A name, a code, or the end of a NIK. */
  wanted: string;
  onOpen: (lineId: string, recordId: string | null) => void;
  onCases: (stopId: string) => void;
}

const isWanted = ({ id, name, maskedNik }: PackagedLine, wanted: string): boolean => {
  const letters = asLetters(wanted);
  const code = readLineCode(wanted);
  return (
    asLetters(name).includes(letters) ||
    (maskedNik?.slice(-4).includes(letters) ?? false) ||
    (code !== null && lineCode(id) === code)
  );
};

/** Apart from the field that is typed in: hundreds of rows are not gone through for each letter. */
const StopLists = memo(function StopLists(props: StopListsProps) {
  const { trip, draftsOf, standing, wanted, onOpen, onCases } = props;
  const t = useTranslations("field.list");
  const words = useRowWords();
  const { lines, stops } = trip;
  const shown = lines.filter((line) => isWanted(line, wanted));
  return (
    <>
      {stops.map(({ id, villageCode, villageName, place }) => (
        <section key={id} aria-labelledby={`stop-${id}`}>
          <h2
            id={`stop-${id}`}
            className="flex min-h-11 items-center gap-2 border-b border-line bg-sunken px-4 text-15 font-semibold"
          >
            {place ? `${villageName}, ${place}` : villageName}
            <span className="ml-auto font-normal text-text-2 tabular-nums">
              {t("served", {
                done: lines.filter((one) => one.stopId === id && standing.has(one.id)).length,
                all: lines.filter((one) => one.stopId === id).length,
              })}
            </span>
          </h2>
          <CasesRow
            village={casesOf(trip, villageCode)}
            villageName={villageName}
            onOpen={() => onCases(id)}
          />
          <ul>
            {shown
              .filter((line) => line.stopId === id)
              .map((line) => (
                <Recipient
                  key={line.id}
                  line={line}
                  record={standing.get(line.id) ?? null}
                  isDrafted={draftsOf.includes(draftKey(line))}
                  words={words}
                  onOpen={onOpen}
                />
              ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 ? <p className="px-4 py-3 text-text-2">{t("nobody")}</p> : null}
    </>
  );
});

/** What was loaded and what this phone handed over of it. */
function GoodsBand({ goods }: { goods: GoodsCount }) {
  const t = useTranslations("field.list");
  const { name, unit, loaded, handed } = goods;
  return (
    <div className="border-b border-line bg-surface px-4 py-3">
      <p className="flex items-baseline gap-2 text-15">
        <b className="font-semibold">{name}</b>
        <span className="ml-auto text-14 text-text-2">{t("loaded", { count: loaded, unit })}</span>
      </p>
      <div aria-hidden className="my-2 flex h-2.5 gap-px overflow-hidden rounded-r1 bg-line">
        <span className="bg-brand" style={{ flexGrow: handed, flexBasis: 0 }} />
        <span style={{ flexGrow: Math.max(0, loaded - handed), flexBasis: 0 }} />
      </div>
      <dl className="grid grid-cols-2 gap-2 text-14">
        <div className="flex flex-col-reverse">
          <dt className="text-text-2">{t("handed")}</dt>
          <dd className="text-22 font-bold text-brand tabular-nums">{handed}</dd>
        </div>
        <div className="flex flex-col-reverse border-l border-line pl-3">
          <dt className="text-text-2">{t("left")}</dt>
          <dd className="text-22 font-bold tabular-nums">{Math.max(0, loaded - handed)}</dd>
        </div>
      </dl>
    </div>
  );
}
