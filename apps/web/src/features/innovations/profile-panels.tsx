"use client";

import type { NumberedText } from "@rembuk/domain/innovations/model";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { KeyValueList } from "@rembuk/ui/key-value";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { ShownInnovation } from "./innovation-data";
import {
  isChoice,
  isDay,
  isNumbered,
  type ProfileField,
  type ProfileSection,
  profileSections,
} from "./profile-sections";
import { SectionDialog } from "./section-dialog";

/** The heading over before and after has seldom a text of its own. */
const isShown =
  ({ profile }: ShownInnovation) =>
  (field: ProfileField): boolean =>
    field !== "methods" || profile.methods !== "";

const sections: readonly ProfileSection[] = ["identity", "report", "proposal"];

/** The profile, section by section, each with its own form. What is blank says so. */
export function ProfilePanels({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations");
  const [open, setOpen] = useState<ProfileSection | null>(null);
  return (
    <>
      {sections.map((section) => (
        <Panel
          key={section}
          id={`bagian-${section}`}
          title={t(`edit.title.${section}`)}
          note={section === "identity" ? undefined : <Chip>{t("selfReport")}</Chip>}
          actions={
            innovation.mayEditTexts ? (
              <Button
                size="small"
                aria-label={t("edit.of", { what: t(`edit.title.${section}`) })}
                onClick={() => setOpen(section)}
              >
                {t("edit.open")}
              </Button>
            ) : null
          }
        >
          {section === "identity" ? (
            <KeyValueList
              entries={profileSections.identity
                .filter((field) => field !== "initiatorName" || innovation.seesNames)
                .map((field) => ({
                  key: field,
                  label: t(`fields.${field}`),
                  value: <FieldValue innovation={innovation} field={field} />,
                }))}
            />
          ) : (
            <div className="flex flex-col gap-3">
              {profileSections[section].filter(isShown(innovation)).map((field) => (
                <section key={field}>
                  <h3 className="text-13 font-semibold text-text-2">{t(`fields.${field}`)}</h3>
                  <FieldValue innovation={innovation} field={field} />
                </section>
              ))}
            </div>
          )}
        </Panel>
      ))}
      {open ? (
        <SectionDialog innovation={innovation} section={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

/** One field as it reads; blank: that it is open. */
export function FieldValue({
  innovation: { profile },
  field,
}: {
  innovation: ShownInnovation;
  field: ProfileField;
}): ReactNode {
  const t = useTranslations("innovations");
  const { longDate } = useFormat();
  if (isNumbered(field)) return <NumberedWords text={profile[field]} />;
  const value = profile[field];
  if (!value) return <p className="text-warn">{t("open")}</p>;
  if (isDay(field)) return longDate(dayOf(value));
  if (isChoice(field)) return t(`choices.${value as "adoption"}`);
  return <p className="max-w-[75ch] text-14 whitespace-pre-line break-words">{value}</p>;
}

function NumberedWords({ text: { intro, items } }: { text: NumberedText }) {
  const t = useTranslations("innovations");
  if (intro === "" && items.length === 0) return <p className="text-warn">{t("open")}</p>;
  return (
    <div className="max-w-[75ch] text-14 break-words">
      {intro ? <p className="whitespace-pre-line">{intro}</p> : null}
      <ol className="list-decimal pl-5">
        {items.map((item) => (
          <li key={item} className="mt-1 whitespace-pre-line">
            {item}
          </li>
        ))}
      </ol>
    </div>
  );
}
