"use client";

import { mostContacts } from "@rembuk/domain/staff/organization-commands";
import { Button } from "@rembuk/ui/button";
import { IconButton } from "@rembuk/ui/icon-button";
import { TextInput } from "@rembuk/ui/text-input";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { fieldId } from "@/features/people/staff-form";
import { type ContactEntry, emptyContact } from "./organization-entry";

const parts = [
  ["name", "text"],
  ["position", "text"],
  ["phone", "tel"],
  ["email", "email"],
] as const;

/** Whom to call there: a line for each, its first box carries the id of the field. */
export function ContactLines({
  contacts,
  error,
  onChange,
}: {
  contacts: readonly ContactEntry[];
  error: string | undefined;
  onChange: (contacts: readonly ContactEntry[]) => void;
}) {
  const t = useTranslations("organizations.contact");
  const change = (key: string, part: Partial<ContactEntry>) =>
    onChange(contacts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-13 font-semibold">{t("title")}</legend>
      <p className="text-12 text-text-2">{t("hint")}</p>
      {error ? (
        <p id={`${fieldId("contacts")}-salah`} className="text-12 font-semibold text-bad">
          {error}
        </p>
      ) : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {contacts.map((contact, at) => (
          <li key={contact.key} className="flex items-start gap-1.5 rounded-r2 bg-sunken p-2">
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-cols-2">
              {parts.map(([part, type]) => (
                <TextInput
                  key={part}
                  id={at === 0 && part === "name" ? fieldId("contacts") : undefined}
                  type={type}
                  aria-label={t("of", { part: t(part), place: at + 1 })}
                  aria-invalid={error ? true : undefined}
                  placeholder={t(part)}
                  maxLength={120}
                  value={contact[part]}
                  onChange={(event) => change(contact.key, { [part]: event.target.value })}
                />
              ))}
            </div>
            <IconButton
              label={t("remove", { place: at + 1 })}
              icon={<X size={16} aria-hidden />}
              onClick={() => onChange(contacts.filter((one) => one.key !== contact.key))}
            />
          </li>
        ))}
      </ul>
      {contacts.length < mostContacts ? (
        <Button
          size="small"
          className="self-start"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...contacts, emptyContact()])}
        >
          {t("add")}
        </Button>
      ) : null}
    </fieldset>
  );
}
