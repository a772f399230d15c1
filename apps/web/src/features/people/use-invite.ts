"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { InviteEntry } from "./invite-entry";
import type { Scope } from "./people-data";
import { type Appointment, assignCommand } from "./use-appointment";
import { useRefreshPeople } from "./use-refresh-people";

interface Invitation {
  readonly entry: InviteEntry;
  /** Null: without a role. */
  readonly appointment: Appointment | null;
  readonly scope: Scope;
}

export interface InviteResult {
  readonly code: string | null;
  /** The account stands, but its role was refused: why. */
  readonly roleFailure: string | null;
}

/** Invites, then gives the first role. The code is never lost to a refused role. */
export function useInvite() {
  const trpc = useTRPC();
  const wording = useErrorWording();
  const refresh = useRefreshPeople();
  const [ids] = useState(() => ({ invite: crypto.randomUUID(), assign: crypto.randomUUID() }));
  const [result, setResult] = useState<InviteResult | null>(null);
  const invite = useMutation(trpc.staff.invite.mutationOptions());
  const assign = useMutation(trpc.staff.assign.mutationOptions());

  async function run({ entry, appointment, scope }: Invitation) {
    const { userId, code } = await invite.mutateAsync({
      clientActionId: ids.invite,
      areaCode: appointment?.area?.code ?? scope.code,
      username: entry.username.trim().toLowerCase(),
      displayName: entry.displayName.trim(),
      phone: entry.phone.trim() || null,
      email: entry.email.trim() || null,
    });
    const command = appointment && assignCommand(appointment, userId, ids.assign);
    let roleFailure: string | null = null;
    if (command) {
      roleFailure = await assign.mutateAsync(command).then(
        () => null,
        (error: unknown) => wording(callFailure(error).code),
      );
    }
    setResult({ code, roleFailure });
    refresh();
  }
  return {
    /** `onRefused` after the server said no to the person. */
    send: (invitation: Invitation, onRefused: () => void) => void run(invitation).catch(onRefused),
    isSending: invite.isPending || assign.isPending,
    error: invite.error,
    result,
  };
}
