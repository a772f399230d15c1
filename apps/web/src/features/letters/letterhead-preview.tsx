"use client";

import { useTranslations } from "next-intl";
import type { LetterSettingShown } from "./letters-data";

/** The head of a letter as the paper will carry it: white paper and black ink in every theme. */
export function LetterheadPreview(props: {
  head: LetterSettingShown["head"];
  lines: readonly string[];
}) {
  const t = useTranslations("officeSettings.letters");
  const { head, lines } = props;
  const below = lines.length > 0 ? lines : [head.contact];
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-1">
      <figcaption className="text-meta text-text-2">{t("preview")}</figcaption>
      <div
        lang="id"
        className="rounded-r2 border border-line bg-white px-4 pt-4 pb-3 text-center text-black"
      >
        <p className="text-14">{head.regency}</p>
        <p className="text-18 font-bold break-words">{head.office}</p>
        {below.filter(Boolean).map((line) => (
          <p key={line} className="text-12 break-words">
            {line}
          </p>
        ))}
        <div aria-hidden className="mt-2 border-t-[3px] border-black" />
        <div aria-hidden className="mt-[2px] border-t border-black" />
      </div>
    </figure>
  );
}
