"use client";

import type { Choice, Preferences } from "@rembuk/domain/notifications/preferences";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { minutesOf, timeOf } from "./quiet-time";

/** Offered first: from the evening to the morning prayer. */
const usualNight = { from: 21 * 60, to: 5 * 60 } as const;

/** The choices as the form holds them, and the saving of them. */
export function usePreferenceForm(saved: Preferences) {
  const t = useTranslations("account.notifications");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const [muted, setMuted] = useState<ReadonlySet<Choice>>(() => new Set(saved.muted));
  const [isQuiet, setQuiet] = useState(saved.quiet !== null);
  const [from, setFrom] = useState(timeOf((saved.quiet ?? usualNight).from));
  const [to, setTo] = useState(timeOf((saved.quiet ?? usualNight).to));
  const [emergenciesPass, setEmergencies] = useState(saved.emergenciesPass);
  const [isRefused, setRefused] = useState(false);
  const [clientActionId, setId] = useState(() => crypto.randomUUID());
  const save = useMutation(
    trpc.notifications.setPreferences.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("saved") });
        return queries.invalidateQueries(trpc.notifications.preferences.queryFilter());
      },
      // Another save is another act, whatever became of this one: it carries all choices.
      onSettled: () => setId(crypto.randomUUID()),
    }),
  );
  const toggle = (choice: Choice, isOn: boolean) => {
    const next = new Set(muted);
    if (isOn) next.delete(choice);
    else next.add(choice);
    setMuted(next);
  };
  const submit = () => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    const hours = start !== null && end !== null && start !== end ? { from: start, to: end } : null;
    setRefused(isQuiet && hours === null);
    if ((isQuiet && hours === null) || save.isPending) return;
    const quiet = isQuiet ? hours : null;
    save.mutate({ clientActionId, muted: [...muted], quiet, emergenciesPass });
  };
  const quiet = { isQuiet, setQuiet, from, setFrom, to, setTo, emergenciesPass, setEmergencies };
  return { muted, toggle, quiet, isRefused, save, submit };
}

export type PreferenceForm = ReturnType<typeof usePreferenceForm>;
