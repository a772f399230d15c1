"use client";

import {
  type Choice,
  type DigestTime,
  isDigestPossible,
  type KindGroup,
  kindGroups,
  type MailChoice,
  type MailLanguage,
  type MailMode,
  type Preferences,
  type QuietHours,
} from "@rembuk/domain/notifications/preferences";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { minutesOf, timeOf } from "./quiet-time";

/** Offered first: from the evening to the morning prayer. */
const usualNight = { from: 21 * 60, to: 5 * 60 } as const;

type Refused = "quiet" | "digest" | null;

/** What is told in the app, and how mail of each kind is wanted. */
function useWays(saved: Preferences) {
  const [muted, setMuted] = useState<ReadonlySet<Choice>>(() => new Set(saved.muted));
  const [digested, setDigested] = useState<ReadonlySet<MailChoice>>(() => new Set(saved.digested));
  const toggle = (choice: Choice, isOn: boolean) => {
    const next = new Set(muted);
    if (isOn) next.delete(choice);
    else next.add(choice);
    setMuted(next);
  };
  const modeOf = (group: KindGroup): MailMode => {
    if (muted.has(`${group}/email`)) return "off";
    return digested.has(`${group}/email`) ? "digest" : "at-once";
  };
  const setMode = (group: KindGroup, mode: MailMode) => {
    const choice = `${group}/email` as const;
    toggle(choice, mode !== "off");
    const next = new Set(digested);
    if (mode === "digest") next.add(choice);
    else next.delete(choice);
    setDigested(next);
  };
  const hasDigest = kindGroups.some((group) => modeOf(group) === "digest");
  return { muted, digested, toggle, modeOf, setMode, hasDigest };
}

/** Times as the controls hold them: texts, which may be no times yet. */
function useTimes(saved: Preferences) {
  const [isQuiet, setQuiet] = useState(saved.quiet !== null);
  const [from, setFrom] = useState(timeOf((saved.quiet ?? usualNight).from));
  const [to, setTo] = useState(timeOf((saved.quiet ?? usualNight).to));
  const [emergenciesPass, setEmergencies] = useState(saved.emergenciesPass);
  const [at, setAt] = useState(timeOf(saved.digest.at));
  const [days, setDays] = useState<DigestTime["days"]>(saved.digest.days);
  const hours = (): QuietHours | null => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    return start !== null && end !== null && start !== end ? { from: start, to: end } : null;
  };
  const quiet = { isQuiet, setQuiet, from, setFrom, to, setTo };
  const emergencies = { emergenciesPass, setEmergencies };
  return { quiet, hours, digest: { at, setAt, days, setDays }, emergencies };
}

function useSaving() {
  const t = useTranslations("account.notifications");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation(
    trpc.notifications.setPreferences.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("saved") });
        return queries.invalidateQueries(trpc.notifications.preferences.queryFilter());
      },
    }),
  );
}

/** The choices as the form holds them, and the saving of them. */
export function usePreferenceForm(saved: Preferences) {
  const ways = useWays(saved);
  const times = useTimes(saved);
  const save = useSaving();
  const [language, setLanguage] = useState<MailLanguage>(saved.language);
  const [refused, setRefused] = useState<Refused>(null);
  const [clientActionId, setId] = useState(() => crypto.randomUUID());
  const submit = () => {
    const hours = times.hours();
    const at = minutesOf(times.digest.at);
    const quiet = times.quiet.isQuiet ? hours : null;
    // Without a digest its hour is kept as it was, whatever the hidden control says.
    const digest = { at: at ?? saved.digest.at, days: times.digest.days };
    const digested = [...ways.digested];
    const isLost =
      ways.hasDigest && (at === null || !isDigestPossible({ digested, digest, quiet }));
    const fault = times.quiet.isQuiet && hours === null ? "quiet" : isLost ? "digest" : null;
    setRefused(fault);
    if (fault !== null || save.isPending) return;
    const { emergenciesPass } = times.emergencies;
    const chosen = { language, muted: [...ways.muted], digested, digest, quiet, emergenciesPass };
    // Another save is another act, whatever became of this one: it carries all choices.
    const onSettled = () => setId(crypto.randomUUID());
    save.mutate({ clientActionId, ...chosen }, { onSettled });
  };
  return { ...ways, ...times, language, setLanguage, refused, save, submit };
}

export type PreferenceForm = ReturnType<typeof usePreferenceForm>;
