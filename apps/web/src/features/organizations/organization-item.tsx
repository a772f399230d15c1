"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { areaTitle } from "@/features/areas/area-name";
import { dayOf } from "@/lib/format";
import type { OrganizationRow } from "./organization-data";

/** One partner: what it is and where, until when, whom to call, and how many people answer for it. */
export function OrganizationItem({
  row,
  onEdit,
  onClose,
}: {
  row: OrganizationRow;
  onEdit: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("organizations");
  const format = useFormat();
  const day = (text: string) => format.shortDate(dayOf(text));
  const tone = row.state === "running" ? "ok" : row.state === "lapsed" ? "warn" : "plain";
  return (
    <li className="grid gap-x-5 gap-y-1.5 px-3 py-2.5 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_176px]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-1.5 font-semibold break-words">
          {row.name}
          <Chip tone={tone}>{t(`state.${row.state}`)}</Chip>
        </p>
        <p className="text-12 break-words text-text-2">
          {t(`kind.${row.kind}`)} · {areaTitle({ code: row.areaCode, name: row.areaName })}
        </p>
        <p className="text-12 break-words text-text-2">
          {t("agreement", {
            number: row.agreementNumber,
            from: day(row.startsOn),
            to: day(row.endsOn),
          })}
        </p>
      </div>
      <div className="min-w-0 text-12">
        {row.contacts.map((contact) => (
          <p key={`${contact.name} ${contact.phone}`} className="break-words">
            <span className="font-semibold">{contact.name}</span>
            <span className="text-text-2">
              {[contact.position, contact.phone, contact.email]
                .filter(Boolean)
                .map((part) => ` · ${part}`)}
            </span>
          </p>
        ))}
        {row.contacts.length === 0 ? <p className="text-text-2">{t("noContact")}</p> : null}
        {row.address ? <p className="break-words text-text-2">{row.address}</p> : null}
        <p className="text-text-2">{t("people", { count: row.people })}</p>
      </div>
      {row.mayEdit ? (
        <div className="flex flex-wrap items-start gap-1.5 lg:justify-end">
          <Button
            size="small"
            icon={<Pencil size={14} aria-hidden />}
            aria-label={t("edit.of", { name: row.name })}
            onClick={onEdit}
          >
            {t("edit.short")}
          </Button>
          <Button
            size="small"
            aria-label={t(row.isActive ? "close.of" : "open.of", { name: row.name })}
            onClick={onClose}
          >
            {t(row.isActive ? "close.short" : "open.short")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
