"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

type Client = ReturnType<typeof useTRPCClient>["trips"];

/**
 * Sends one intended act about trips; its id is made once, so that a retry after a lost answer repeats
 * nothing. What the screens show is read again when it is done, and when it is refused.
 */
export function useTripAct<Answer>(options: {
  readonly run: (trips: Client, clientActionId: string) => Promise<Answer>;
  /** Words of the toast. */
  readonly done: string;
  readonly onDone: (answer: Answer) => void;
}) {
  const trpc = useTRPC();
  const { trips } = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const wording = useErrorWording();
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const refresh = () => queries.invalidateQueries(trpc.trips.pathFilter());
  const act = useMutation({
    mutationFn: () => options.run(trips, clientActionId),
    // The window closes on the new state: the next act starts from its version.
    onSuccess: async (answer) => {
      await refresh();
      toast.show({ title: options.done });
      options.onDone(answer);
    },
    onError: () => {
      // Another content, or another version, is another act.
      setActionId(crypto.randomUUID());
      void refresh();
    },
  });
  const refused = act.error ? callFailure(act.error) : null;
  return {
    send: () => act.mutate(),
    isSending: act.isPending,
    failure: refused ? wording(refused.code) : null,
  };
}
