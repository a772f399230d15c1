"use client";

import { officeElements } from "@rembuk/domain/coaching/model";
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ShownSession } from "./coaching-data";

/** Who of each institution came, and how many of the kecamatan; an absent one stands by name with its reason. */
export function AttendanceList({
  attendance,
}: {
  attendance: NonNullable<ShownSession["attendance"]>;
}) {
  const t = useTranslations("coaching.attendance");
  const { institutions, office } = attendance;
  return (
    <div className="w-full">
      <h4 className="text-13 font-semibold text-text-2">{t("title")}</h4>
      <ul className="flex flex-col gap-1">
        {institutions.map(({ institution, present, reason }) => (
          <li key={institution} className="flex items-start gap-2">
            {present.length > 0 ? (
              <CircleCheck size={16} className="mt-0.5 flex-none text-ok" aria-hidden />
            ) : (
              <CircleX size={16} className="mt-0.5 flex-none text-bad" aria-hidden />
            )}
            <span className="min-w-0 break-words">
              {present.length > 0
                ? t("came", { institution, names: present.join(", ") })
                : t("absent", { institution, reason: reason ?? "–" })}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-13 text-text-2">
        {officeElements.map((one) => t(`counts.${one}`, { count: office[one] })).join(" · ")}
      </p>
    </div>
  );
}
