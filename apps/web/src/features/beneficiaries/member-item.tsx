"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Chip } from "@rembuk/ui/chip";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Member } from "./registry-data";
import { RevealMember } from "./reveal-buttons";
import { UndoMerge } from "./undo-merge";
import { useRegistryWords } from "./use-registry-words";

/** One member: who it is to the head, age and sex, NIK or why there is none, and what is odd. */
export function MemberItem({
  member,
  mayReveal,
  mayDecide,
}: {
  member: Member;
  mayReveal: boolean;
  mayDecide: boolean;
}) {
  const t = useTranslations("registry");
  const words = useRegistryWords();
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-words">
          {member.name}{" "}
          <span className="font-normal text-text-2">{t(`relation.${member.relation}`)}</span>
        </p>
        {member.aliases.length > 0 ? (
          <p className="text-12 break-words text-text-2">
            {t("aliases", { names: member.aliases.join(", ") })}
          </p>
        ) : null}
        <p className="text-12 text-text-2">
          {t(`sex.${member.sex}`)}, {t("age", { years: member.age })}
          {member.maskedPhone ? ` · ${member.maskedPhone}` : ""}
        </p>
        <MergeState member={member} mayDecide={mayDecide} />
      </div>
      <div className="flex min-w-0 basis-60 flex-col items-start gap-1">
        <span className="flex flex-wrap items-center gap-x-2">
          {member.maskedNik ? (
            <span className="font-mono text-control">{member.maskedNik}</span>
          ) : (
            <span className="text-control">
              {t(`nikMissing.${member.nikMissing ?? "not-issued"}`)}
              <span className="block font-mono text-12 text-text-2">
                {t("provisional", { code: member.provisionalCode ?? "" })}
              </span>
            </span>
          )}
          {mayReveal ? <RevealMember residentId={member.id} name={member.name} /> : null}
        </span>
        {member.nikWarnings.map((code) => (
          <Chip
            key={code}
            tone="warn"
            icon={<TriangleAlert size={12} aria-hidden />}
            className="whitespace-normal"
          >
            {words.warning(code)}
          </Chip>
        ))}
      </div>
    </li>
  );
}

function MergeState({ member, mayDecide }: { member: Member; mayDecide: boolean }) {
  const t = useTranslations("registry.pairs");
  const { mergedInto, carries } = member;
  return (
    <>
      {mergedInto === "elsewhere" ? (
        <p className="text-12 text-text-2">{t("intoElsewhere")}</p>
      ) : null}
      {mergedInto && mergedInto !== "elsewhere" ? (
        <p className="flex flex-wrap items-center gap-x-2 text-12 text-text-2">
          <TextLink href={`/keluarga/${mergedInto.householdId}`}>
            {t("into", { name: mergedInto.name, village: mergedInto.villageName })}
          </TextLink>
          {mayDecide ? <UndoMerge mergedId={member.id} name={member.name} /> : null}
        </p>
      ) : null}
      {carries.map((one) => (
        <p key={one.residentId} className="flex flex-wrap items-center gap-x-2 text-12 text-text-2">
          <TextLink href={`/keluarga/${one.householdId}`}>
            {t("carries", { name: one.name, village: one.villageName })}
          </TextLink>
          {mayDecide ? <UndoMerge mergedId={one.residentId} name={one.name} /> : null}
        </p>
      ))}
    </>
  );
}
