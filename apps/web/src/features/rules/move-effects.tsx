"use client";

import { useTranslations } from "next-intl";
import type { MovePreview } from "./rules-data";
import type { RuleWords } from "./use-rule-words";

/** What the category, and each below it, would inherit from now on. */
export function MoveEffects({ preview, words }: { preview: MovePreview; words: RuleWords }) {
  const t = useTranslations("rules.move");
  const { effects, openCases } = preview;
  return (
    <section aria-labelledby="akibat-pindah" aria-live="polite" className="flex flex-col gap-2">
      <h3 id="akibat-pindah" className="text-control font-bold">
        {t("effect")}
      </h3>
      <ul className="divide-y divide-line rounded-r3 border border-line">
        {effects.map((effect) => (
          <Effect key={effect.code} effect={effect} words={words} />
        ))}
      </ul>
      <p className="text-12 text-text-2">
        {openCases > 0 ? t("openCases", { count: openCases }) : t("oldCases")}
      </p>
    </section>
  );
}

function Effect({ effect, words }: { effect: MovePreview["effects"][number]; words: RuleWords }) {
  const t = useTranslations("rules");
  const kind = useTranslations("case.kind");
  const rows = [
    ...(effect.kindBefore === effect.kindAfter
      ? []
      : [
          {
            key: "kind",
            field: t("move.kind"),
            before: kind(effect.kindBefore),
            after: kind(effect.kindAfter),
          },
        ]),
    ...effect.changes.map(({ field, before, after }) => ({
      key: field,
      field: t(`field.${field}`),
      before: words.valueWord(field, before),
      after: words.valueWord(field, after),
    })),
  ];
  return (
    <li className="px-3 py-2">
      <p className="text-control font-semibold break-words">{effect.name}</p>
      {rows.length === 0 ? <p className="text-12 text-text-2">{t("move.nothing")}</p> : null}
      <dl className="mt-1 grid gap-x-3 gap-y-0.5 text-12 sm:grid-cols-[150px_minmax(0,1fr)] sm:gap-y-1.5">
        {rows.map((row) => (
          <div key={row.key} className="contents">
            <dt className="text-text-2">{row.field}</dt>
            <dd className="break-words max-sm:mb-1.5">
              <span className="text-text-2">{row.before}</span>
              <span aria-hidden> → </span>
              <span className="sr-only">{t("move.becomes")} </span>
              <strong className="font-semibold">{row.after}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
