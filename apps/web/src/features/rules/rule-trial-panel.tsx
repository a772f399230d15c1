"use client";

import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { RulePreview } from "./rules-data";

/** What the rule would have done in the last twelve months, in counts. */
export function RuleTrialPanel({ trial }: { trial: RulePreview }) {
  const t = useTranslations("rules.trial");
  const { number } = useFormat();
  return (
    <div role="status">
      <Panel
        id="rule-trial"
        level={3}
        title={t("title")}
        note={t(trial.isCapped ? "capped" : "cases", { count: number(trial.cases) })}
        footer={t("leftOut")}
        tone="brand"
      >
        {trial.cases === 0 ? (
          <p className="text-control">{t("none")}</p>
        ) : (
          <div className="grid gap-4 sm:grid-cols-2">
            <Targets trial={trial} />
            <Deadlines trial={trial} />
          </div>
        )}
      </Panel>
    </div>
  );
}

const cell = "border-t border-line py-1.5 pl-3 text-right tabular-nums first:pl-0 first:text-left";
const head = "pb-1 pl-3 text-right text-12 font-medium text-text-2 first:pl-0 first:text-left";

function Targets({ trial }: { trial: RulePreview }) {
  const t = useTranslations("rules.trial");
  const { number } = useFormat();
  return (
    <table className="w-full self-start text-control">
      <caption className="pb-1.5 text-left font-semibold">{t("targets")}</caption>
      <thead>
        <tr>
          <th className={head}>{t("target")}</th>
          <th className={head}>{t("before")}</th>
          <th className={head}>{t("after")}</th>
        </tr>
      </thead>
      <tbody>
        {trial.targets.map((target) => (
          <tr key={target.code ?? "none"}>
            <td className={cell}>{target.name ?? t("notRouted")}</td>
            <td className={cell}>{number(target.before)}</td>
            <td className={`${cell} font-semibold`}>{number(target.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Deadlines({ trial }: { trial: RulePreview }) {
  const t = useTranslations("rules.trial");
  const { number } = useFormat();
  const rows = [
    ["shorter", trial.shorter],
    ["same", trial.same],
    ["longer", trial.longer],
  ] as const;
  return (
    <table className="w-full self-start text-control">
      <caption className="pb-1.5 text-left font-semibold">{t("deadlines")}</caption>
      <tbody>
        {rows.map(([key, count]) => (
          <tr key={key}>
            <td className={cell}>{t(key)}</td>
            <td className={`${cell} font-semibold`}>{number(count)}</td>
          </tr>
        ))}
        <tr>
          <td className={cell}>{t("late")}</td>
          <td className={`${cell} font-semibold`}>
            {t("beforeAfter", { before: number(trial.lateBefore), after: number(trial.lateAfter) })}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
