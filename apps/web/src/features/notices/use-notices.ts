"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/lib/trpc";

type Inbox = inferOutput<ReturnType<typeof useTRPC>["notifications"]["mine"]>;
export type Notice = Inbox["items"][number];

/** What is marked: the notices of one case, or all. */
export interface Marked {
  readonly subject?: string;
}

const read = (inbox: Inbox, { subject }: Marked, now: Date): Inbox => {
  const isMeant = (one: Notice) => subject === undefined || one.subject === subject;
  const marked = inbox.items.filter((one) => one.readAt === null && isMeant(one)).length;
  return {
    items: inbox.items.map((one) => (isMeant(one) ? { ...one, readAt: one.readAt ?? now } : one)),
    unread: subject === undefined ? 0 : Math.max(0, inbox.unread - marked),
  };
};

/** The reader's own notices; live updates ask for them again. Marking shows at once. */
export function useNotices() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const key = trpc.notifications.mine.queryKey();
  const inbox = useQuery(
    trpc.notifications.mine.queryOptions(undefined, { refetchInterval: 120_000 }),
  );
  const mark = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onMutate: async (what) => {
        await queries.cancelQueries({ queryKey: key });
        const before = queries.getQueryData(key);
        queries.setQueryData(key, (now) => now && read(now, what, new Date()));
        return { before };
      },
      onError: (_error, _what, kept) => queries.setQueryData(key, kept?.before),
      onSettled: () => void queries.invalidateQueries({ queryKey: key }),
    }),
  );
  return {
    inbox,
    unread: inbox.data?.unread ?? 0,
    mark: (what: Marked) => mark.mutate(what),
    isMarking: mark.isPending,
  };
}

export type Notices = ReturnType<typeof useNotices>;
