"use client";

import type { CaseAction } from "@rembuk/domain/cases/lifecycle";
import { useToast } from "@rembuk/ui/toast";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { CaseAct } from "@/components/shortcuts/shortcut-table";
import type { CaseDetail } from "../case-data";
import type { QuickAct } from "../pending/use-quick-act";
import type { PreparedReply } from "../replies/reply-picker";
import { actForms } from "./action-forms";
import { NoteDialog } from "./note-dialog";
import { useStepReason } from "./use-step-rows";

interface CaseActWindowProps {
  kase: CaseDetail;
  act: CaseAct;
  /** From a list: the act goes on behind the window. */
  quick?: QuickAct | undefined;
  onClose: () => void;
}

// With the list of commands it stands on: asked for when it is first opened.
const MacroPicker = dynamic(() => import("./macro-picker"), { ssr: false });

/** The window of an act; of one that cannot be done now its reason is said instead. */
export function CaseActWindow({ kase, act, quick, onClose }: CaseActWindowProps) {
  const [reply, setReply] = useState<PreparedReply | null>(null);
  if (act === "macro" && !reply) {
    return <MacroPicker kase={kase} onPick={setReply} onClose={onClose} />;
  }
  if (act === "note" || reply?.use === "note") {
    return <NoteDialog kase={kase} prepared={reply} onClose={onClose} />;
  }
  const action = act === "assign" ? "route" : (reply?.use ?? act);
  if (action === "macro") return null;
  return (
    <StepWindow
      key={action}
      kase={kase}
      action={action}
      prepared={reply}
      assigns={act === "assign"}
      quick={quick}
      onClose={onClose}
    />
  );
}

interface StepWindowProps extends Omit<CaseActWindowProps, "act"> {
  action: CaseAction;
  prepared: PreparedReply | null;
  assigns: boolean;
}

function StepWindow({ action, prepared, assigns, ...props }: StepWindowProps) {
  // As it was when it was asked for: a change by somebody else is told in the window, not by its end.
  const [step] = useState(() => props.kase.nextSteps.find((one) => one.action === action) ?? null);
  if (!step?.allowed) return <BlockedAct kase={props.kase} step={step} onClose={props.onClose} />;
  const Form = actForms[action];
  return <Form {...props} step={step} prepared={prepared ?? undefined} assigns={assigns} />;
}

function BlockedAct(props: {
  kase: CaseDetail;
  step: CaseDetail["nextSteps"][number] | null;
  onClose: () => void;
}) {
  const t = useTranslations("shortcuts");
  const toast = useToast();
  const reasonOf = useStepReason(props.kase);
  const isTold = useRef(false);
  useEffect(() => {
    if (isTold.current) return;
    isTold.current = true;
    const reason = (props.step && reasonOf(props.step)) ?? t("notYours");
    toast.show({ title: reason, description: props.kase.number, tone: "info" });
    props.onClose();
  });
  return null;
}
