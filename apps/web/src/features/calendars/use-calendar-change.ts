"use client";

import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { CalendarEdit } from "./calendar-data";

/** An edit, how many deadlines it would move, and the way to save it. Null: nothing to edit yet. */
export function useCalendarChange(edit: CalendarEdit | null, onDone: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [clientActionId] = useState(() => crypto.randomUUID());
  const preview = useQuery(trpc.calendars.preview.queryOptions(edit ? { edit } : skipToken));
  const change = useMutation(
    trpc.calendars.change.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries(trpc.calendars.pathFilter());
        onDone();
      },
    }),
  );
  return {
    preview: preview.data ?? null,
    isCounting: preview.isFetching,
    isSaving: change.isPending,
    error: change.error,
    save: () => {
      if (edit) change.mutate({ clientActionId, edit });
    },
  };
}

export type CalendarChange = ReturnType<typeof useCalendarChange>;
