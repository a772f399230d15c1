"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

/**
 * Sends one intended act; its id is made once, so that a retry after a lost answer repeats nothing.
 * Reads the case, the lists and the reader's referrals again when it is done.
 */
export function useReferralAct<Values>(options: {
  readonly run: (clientActionId: string, values: Values) => Promise<unknown>;
  /** Words of the toast; null where a window says it. */
  readonly done: (values: Values) => string | null;
  readonly onDone: () => void;
}) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const wording = useErrorWording();
  const [clientActionId] = useState(() => crypto.randomUUID());
  /** Ends when the case on the screen is read again; lists and the inbox follow by themselves. */
  const refresh = async () => {
    void client.invalidateQueries({ queryKey: trpc.cases.pathKey() });
    void client.invalidateQueries({ queryKey: trpc.referrals.pathKey() });
    await client.invalidateQueries({ queryKey: trpc.cases.show.pathKey() });
  };
  const mutation = useMutation({
    mutationFn: (values: Values) => options.run(clientActionId, values),
    // The window closes on the new state: the next act, however quick, starts from its version.
    onSuccess: async (_, values) => {
      await refresh();
      const words = options.done(values);
      if (words !== null) toast.show({ title: words });
      options.onDone();
    },
    onError: () => void refresh(),
  });
  return {
    send: mutation.mutate,
    isSending: mutation.isPending,
    failure: mutation.error ? wording(callFailure(mutation.error).code) : null,
  };
}
