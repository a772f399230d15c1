"use client";

import { useToast } from "@rembuk/ui/toast";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { CaseAct } from "@/components/shortcuts/shortcut-table";
import { useCase } from "../case/use-case";
import { useQuickAct } from "../pending/use-quick-act";
import { actForKey } from "./act-for-key";
import { CaseActWindow } from "./case-act-window";

/** An act that was asked for on a case of a list: by its letter, or by name from the palette. */
export interface WantedAct {
  readonly caseId: string;
  readonly by: { readonly key: string } | { readonly act: CaseAct };
}

interface ActOnCaseProps {
  wanted: WantedAct;
  onClose: () => void;
  /** Begins the same act again, after it was refused. */
  onReopen: (wanted: WantedAct) => void;
}

/** Reads the case that is meant, and opens the window of the act on it. */
export function ActOnCase({ wanted, onClose, onReopen }: ActOnCaseProps) {
  const { data, isError } = useCase(wanted.caseId);
  const { by } = wanted;
  // As it was meant on the case that was read first: a fresher one does not change the act.
  const [meant, setMeant] = useState<CaseAct | null>(null);
  const act = meant ?? ("act" in by ? by.act : data ? actForKey(data, by.key) : null);
  if (data && act && !meant) setMeant(act);
  const { caseId } = wanted;
  const quick = useQuickAct({
    ...{ caseId, number: data?.number ?? "", close: onClose },
    reopen: () => act && onReopen({ caseId, by: { act } }),
  });
  if (isError || (data && act === null)) return <NoAct isLost={isError} onClose={onClose} />;
  return data && act ? (
    <CaseActWindow kase={data} act={act} quick={quick} onClose={onClose} />
  ) : null;
}

function NoAct({ isLost, onClose }: { isLost: boolean; onClose: () => void }) {
  const t = useTranslations("shortcuts");
  const toast = useToast();
  useEffect(() => {
    if (isLost) toast.show({ title: t("caseLost"), tone: "failed" });
    onClose();
  });
  return null;
}
