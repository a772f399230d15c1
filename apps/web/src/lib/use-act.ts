"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "./trpc";
import { callFailure } from "./trpc-client";
import { useErrorWording } from "./use-error-wording";

export type Client = ReturnType<typeof useTRPCClient>;
type Shaft =
  | "coaching"
  | "documents"
  | "handovers"
  | "innovations"
  | "meetings"
  | "sustainability"
  | "trips";

/** Did the server look at it, and say no? Without an answer, or with its own fault, nobody knows what it did. */
const isRefused = (error: unknown): boolean => {
  const { httpStatus } = callFailure(error);
  return httpStatus >= 400 && httpStatus < 500;
};

export interface ActOptions<Calls, Answer> {
  readonly run: (calls: Calls, clientActionId: string) => Promise<Answer>;
  /** Words of the toast. */
  readonly done: string;
  readonly onDone: (answer: Answer) => void;
}

/**
 * Sends one intended act; its id is made once, so that a retry after a lost answer repeats nothing. What the screens
 * show of these shafts is read again when it is done, and when it is refused.
 */
export function useAct<Answer>(
  options: ActOptions<Client, Answer> & { readonly shafts: readonly Shaft[] },
) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const wording = useErrorWording();
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const refresh = () =>
    Promise.all(options.shafts.map((shaft) => queries.invalidateQueries(trpc[shaft].pathFilter())));
  const act = useMutation({
    mutationFn: () => options.run(client, clientActionId),
    // The window closes on the new state: the next act starts from its version.
    onSuccess: async (answer) => {
      await refresh();
      setActionId(crypto.randomUUID());
      toast.show({ title: options.done });
      options.onDone(answer);
    },
    onError: (error) => {
      // Refused, another content or version is another act; an answer that was lost may have been a yes.
      if (isRefused(error)) setActionId(crypto.randomUUID());
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
