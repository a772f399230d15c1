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
  readonly done: (values: Values) => string;
  readonly onDone: () => void;
}) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const wording = useErrorWording();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: trpc.cases.pathKey() }),
      client.invalidateQueries({ queryKey: trpc.referrals.pathKey() }),
    ]);
  const mutation = useMutation({
    mutationFn: (values: Values) => options.run(clientActionId, values),
    onSuccess: (_, values) => {
      toast.show({ title: options.done(values) });
      options.onDone();
      void refresh();
    },
    onError: () => void refresh(),
  });
  return {
    send: mutation.mutate,
    isSending: mutation.isPending,
    failure: mutation.error ? wording(callFailure(mutation.error).code) : null,
  };
}
