"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { RulePlace } from "./rules-data";
import type { TemplateState } from "./templates-data";

/** A text as it is typed, and the saving of it or of the return to what ships. */
export function useTemplateForm(state: TemplateState, place: RulePlace) {
  const t = useTranslations("templates");
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [text, setText] = useState(state.text);
  const [clientActionId, setId] = useState(() => crypto.randomUUID());
  const saving = useMutation(trpc.rules.saveTemplate.mutationOptions());
  const save = (next: string | null) => {
    if (saving.isPending) return;
    const { key, language, version } = state;
    saving.mutate(
      { clientActionId, areaCode: place.code, key, language, version, text: next },
      {
        onSuccess: async () => {
          toast.show({ title: t(next === null ? "wentBack" : "saved") });
          await client.invalidateQueries(trpc.rules.templates.pathFilter());
        },
        // Another text is another act, whatever became of this one.
        onError: () => setId(crypto.randomUUID()),
      },
    );
  };
  return { text, setText, save, isSaving: saving.isPending, error: saving.error };
}
