"use client";

import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { RuleNode, RulePlace } from "./rules-data";

const shortestReason = 5;

interface Options {
  readonly place: RulePlace;
  readonly node: RuleNode;
  readonly onClose: () => void;
}

/** The chosen parent with what it would change, and the saving of the move. */
export function useMove({ place, node, onClose }: Options) {
  const t = useTranslations("rules.move");
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [clientActionId, setId] = useState(() => crypto.randomUUID());
  const [parentCode, setParent] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [isSent, setSent] = useState(false);
  const about = { areaCode: place.code, categoryCode: node.code };
  const preview = useQuery(
    trpc.rules.previewMove.queryOptions(
      { ...about, parentCode: parentCode ?? "" },
      { enabled: parentCode !== null, retry: false },
    ),
  );
  const saving = useMutation(trpc.rules.moveCategory.mutationOptions());
  const isShort = reason.trim().length < shortestReason;
  const send = () => {
    setSent(true);
    if (parentCode === null || isShort || preview.error || saving.isPending) return;
    const version = node.own?.version ?? 0;
    saving.mutate(
      { clientActionId, ...about, parentCode, version, reason: reason.trim() },
      {
        onSuccess: async () => {
          toast.show({ title: t("done", { name: node.values.name }) });
          void client.invalidateQueries(trpc.cases.categories.pathFilter());
          void client.invalidateQueries(trpc.rules.history.pathFilter());
          await client.invalidateQueries(trpc.rules.tree.pathFilter());
          onClose();
        },
        // Another parent is another act, whatever became of this one.
        onError: () => setId(crypto.randomUUID()),
      },
    );
  };
  const choose = (code: string | null) => {
    saving.reset();
    setParent(code);
  };
  return {
    ...{ parentCode, choose, reason, setReason, preview, saving, send },
    missing: { parent: isSent && parentCode === null, reason: isSent && isShort },
  };
}
