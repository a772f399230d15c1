"use client";

import { handoverOutcomes } from "@rembuk/domain/aid/entitling";
import { lineCode } from "@rembuk/domain/handovers/line-code";
import { handsOver, proxyRelations } from "@rembuk/domain/handovers/model";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import type { Manifest } from "@/features/trips/trip-data";
import { outcomeOf, type RowEntry, rowProblem } from "./key-sheet-entry";

interface RowProps {
  line: Manifest["lines"][number];
  entry: RowEntry;
  /** What stands of this line already; null: nothing. */
  known: string | null;
  tried: boolean;
  change: (part: Partial<RowEntry>) => void;
}

/** One line of the paper: what was marked, and who took it. */
export function KeySheetRow({ line, entry, known, tried, change }: RowProps) {
  const t = useTranslations("handovers.keySheet");
  const outcomes = useTranslations("field.outcome");
  const problem = tried ? rowProblem(entry, line.quantity) : null;
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="min-w-0 flex-1 basis-48">
          <span className="block text-14 font-semibold break-words">{line.name}</span>
          <span className="text-13 text-text-2">
            <span className="font-mono">{lineCode(line.id)}</span> · {line.quantity} ·{" "}
            {line.programName}
            {known ? ` · ${t("known", { outcome: known })}` : null}
          </span>
        </span>
        <Select
          aria-label={t("outcomeOf", { name: line.name })}
          className="w-44"
          value={entry.outcome}
          placeholder={t("notKeyed")}
          options={handoverOutcomes.map((value) => ({ value, label: outcomes(value) }))}
          onChange={(event) => change({ outcome: outcomeOf(event.target.value) })}
        />
      </div>
      {entry.outcome !== "" && handsOver(entry.outcome) ? (
        <Receiver {...{ line, entry, change }} />
      ) : null}
      {problem ? (
        <p className="text-13 font-semibold text-bad">{t(`problems.${problem}`)}</p>
      ) : null}
    </li>
  );
}

function Receiver({ line, entry, change }: Pick<RowProps, "line" | "entry" | "change">) {
  const t = useTranslations("handovers.keySheet");
  const relations = useTranslations("handovers.relation");
  const { name } = line;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {entry.outcome === "partial" ? (
        <TextInput
          aria-label={t("quantityOf", { name })}
          placeholder={t("quantity")}
          inputMode="numeric"
          maxLength={7}
          value={entry.quantity}
          onChange={(event) => change({ quantity: event.target.value })}
          className="w-24"
        />
      ) : null}
      <Checkbox
        label={t("proxy")}
        checked={entry.isProxy}
        onChange={(event) => change({ isProxy: event.target.checked })}
      />
      {entry.isProxy ? (
        <>
          <TextInput
            aria-label={t("proxyOf", { name })}
            placeholder={t("proxyName")}
            maxLength={120}
            value={entry.proxyName}
            onChange={(event) => change({ proxyName: event.target.value })}
            className="w-44"
          />
          <Select
            aria-label={t("relationOf", { name })}
            className="w-40"
            value={entry.relation}
            placeholder={t("relation")}
            options={proxyRelations.map((value) => ({ value, label: relations(value) }))}
            onChange={(event) =>
              change({ relation: proxyRelations.find((one) => one === event.target.value) ?? "" })
            }
          />
        </>
      ) : null}
    </div>
  );
}
