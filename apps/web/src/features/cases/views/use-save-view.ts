"use client";

import type { SavedAddress } from "@rembuk/domain/cases/saved-views";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { type OfferedView, useViews } from "./use-views";

interface Wanted {
  readonly name: string;
  readonly officeKey: string | null;
  readonly address: SavedAddress;
  readonly isStart: boolean;
}

interface SaveViewOptions {
  readonly view: OfferedView | null;
  readonly wasStart: boolean;
  readonly refresh: () => Promise<void>;
  readonly onSaved: (key: string) => void;
  readonly onGone: () => void;
}

const CHANGED = "VIEW_CHANGED_MEANWHILE";

/** Saves a view, or deletes it; where somebody of the office was first, what they made of it is told. */
export function useSaveView({ view, wasStart, refresh, onSaved, onGone }: SaveViewOptions) {
  const t = useTranslations("queue.saved");
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const { views } = useViews();
  const saving = useMutation(trpc.views.save.mutationOptions());
  const removing = useMutation(trpc.views.delete.mutationOptions());
  const starting = useMutation(trpc.views.setStart.mutationOptions());
  const [error, setError] = useState<string | null>(null);
  // The list of views is asked for anew after a refusal: its version is the one to go over.
  const now = views.find(({ key }) => key === view?.key) ?? view;
  const isConflict = error === CHANGED && now !== null && now.saved !== null;
  const refuse = async (failure: unknown) => {
    await queries.refetchQueries(trpc.views.list.pathFilter());
    setError(callFailure(failure).code);
  };
  const version = (isConflict ? now : view)?.saved?.version;
  const save = async ({ isStart, ...wanted }: Wanted) => {
    try {
      const change = view && version ? { viewId: view.key, version } : null;
      const saved = await saving.mutateAsync({
        ...{ clientActionId: crypto.randomUUID(), change },
        ...wanted,
      });
      if (isStart !== wasStart)
        await starting.mutateAsync({
          clientActionId: crypto.randomUUID(),
          viewKey: isStart ? saved.viewId : null,
        });
      await refresh();
      toast.show({ title: t("saved", { name: wanted.name }) });
      onSaved(saved.viewId);
    } catch (failure) {
      await refuse(failure);
    }
  };
  const remove = async () => {
    if (!view || !version) return;
    try {
      const ref = { viewId: view.key, version };
      await removing.mutateAsync({ clientActionId: crypto.randomUUID(), ...ref });
      await refresh();
      toast.show({ title: t("removed", { name: view.name }) });
      onGone();
    } catch (failure) {
      await refuse(failure);
    }
  };
  return {
    save: (wanted: Wanted) => void save(wanted),
    remove: () => void remove(),
    conflict: isConflict ? now : null,
    error,
    isPending: saving.isPending || removing.isPending || starting.isPending,
  };
}
