"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";

type Client = ReturnType<typeof useTRPCClient>["aid"];

/**
 * Sends one intended act about aid under an id made once, so that a retry after a lost answer repeats nothing. What
 * the screens show is read again when it is done, and when it is refused.
 */
export function useAidAct<Answer>(options: {
  readonly run: (aid: Client, clientActionId: string) => Promise<Answer>;
  /** Words of the toast. */
  readonly done: (answer: Answer) => string;
  readonly onDone: () => void;
}) {
  const trpc = useTRPC();
  const { aid } = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const refresh = () => queries.invalidateQueries(trpc.aid.pathFilter());
  const act = useMutation({
    mutationFn: () => options.run(aid, clientActionId),
    onSuccess: async (answer) => {
      await refresh();
      toast.show({ title: options.done(answer) });
      options.onDone();
    },
    onError: () => {
      // Another content is another act.
      setActionId(crypto.randomUUID());
      void refresh();
    },
  });
  return { send: () => act.mutate(), isSending: act.isPending, error: act.error };
}
