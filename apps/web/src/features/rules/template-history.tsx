"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { TemplateVersion } from "./templates-data";

/** Every version of a message in one language: who, when, and what it said. */
export function TemplateHistory({ history }: { history: readonly TemplateVersion[] }) {
  const t = useTranslations("templates");
  const { shortDateTime } = useFormat();
  return (
    <section aria-labelledby="riwayat-pesan">
      <h3 id="riwayat-pesan" className="mb-1.5 text-control font-bold">
        {t("history")}
      </h3>
      {history.length === 0 ? (
        <p className="text-meta text-text-2">{t("noHistory")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-r3 border border-line">
          {history.map((one) => (
            <li key={one.version} className="px-3 py-2">
              <p className="text-meta text-text-2">
                <b className="font-semibold text-text">{t("version", { version: one.version })}</b>{" "}
                {one.changedBy}, {shortDateTime(one.changedAt)}
              </p>
              <p lang={one.language} className="break-words whitespace-pre-line">
                {one.text ?? t("wasReset")}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
