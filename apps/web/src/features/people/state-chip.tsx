"use client";

import { Chip, type ChipTone } from "@rembuk/ui/chip";
import { Ban, CircleCheck, CircleDashed, KeyRound, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PersonRow } from "./people-data";
import { type PersonState, personState } from "./person-state";

const looks: Record<PersonState, { tone: ChipTone; icon: LucideIcon }> = {
  active: { tone: "ok", icon: CircleCheck },
  waiting: { tone: "warn", icon: KeyRound },
  noRole: { tone: "plain", icon: CircleDashed },
  disabled: { tone: "bad", icon: Ban },
};

/** The state of an account: shape and word, then colour. */
export function StateChip({ person }: { person: PersonRow }) {
  const t = useTranslations("people.state");
  const state = personState(person);
  const { tone, icon: Icon } = looks[state];
  return (
    <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
      {t(state)}
    </Chip>
  );
}
