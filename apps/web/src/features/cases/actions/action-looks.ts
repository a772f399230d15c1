import type { CaseAction } from "@rembuk/domain/cases/lifecycle";
import {
  Archive,
  BadgeCheck,
  CircleCheckBig,
  CornerUpLeft,
  GitFork,
  Handshake,
  Link2,
  type LucideIcon,
  Merge,
  MessageCirclePlus,
  MessageCircleQuestion,
  Pause,
  PencilLine,
  Play,
  RotateCcw,
  Signpost,
  Split,
  SquareCheck,
  Stamp,
  ThumbsUp,
  Undo2,
  Ungroup,
} from "lucide-react";
import type { ReactElement } from "react";
import { AmendForm } from "./amend-form";
import { AcceptForm, DeclineForm, ResolveForm } from "./answer-forms";
import { DisposeForm, ReturnProposalForm } from "./disposition-forms";
import { HoldForm, ResumeForm } from "./hold-forms";
import { ArchiveForm, AskInfoForm, CancelForm, CompleteForm, RedirectForm } from "./intake-forms";
import { MergeForm, UndoMergeForm } from "./merge-forms";
import { RouteForm } from "./route-form";
import { SendLinkForm } from "./send-link-form";
import { CloseForm, ConfirmForm, ReopenForm } from "./settle-forms";
import { SplitForm } from "./split-form";
import { TriageForm } from "./triage-form";
import type { ActionFormProps } from "./use-action-form";

interface Look {
  readonly icon: LucideIcon;
  readonly form: (props: ActionFormProps) => ReactElement;
}

/** The picture and the window of each act; its key stands in the table of shortcuts. */
export const looks: Record<CaseAction, Look> = {
  triage: { icon: BadgeCheck, form: TriageForm },
  route: { icon: Split, form: RouteForm },
  dispose: { icon: Stamp, form: DisposeForm },
  "return-proposal": { icon: CornerUpLeft, form: ReturnProposalForm },
  accept: { icon: Handshake, form: AcceptForm },
  decline: { icon: CornerUpLeft, form: DeclineForm },
  resolve: { icon: CircleCheckBig, form: ResolveForm },
  confirm: { icon: ThumbsUp, form: ConfirmForm },
  reopen: { icon: RotateCcw, form: ReopenForm },
  hold: { icon: Pause, form: HoldForm },
  resume: { icon: Play, form: ResumeForm },
  "send-link": { icon: Link2, form: SendLinkForm },
  close: { icon: SquareCheck, form: CloseForm },
  "ask-info": { icon: MessageCircleQuestion, form: AskInfoForm },
  complete: { icon: MessageCirclePlus, form: CompleteForm },
  amend: { icon: PencilLine, form: AmendForm },
  redirect: { icon: Signpost, form: RedirectForm },
  archive: { icon: Archive, form: ArchiveForm },
  cancel: { icon: Undo2, form: CancelForm },
  merge: { icon: Merge, form: MergeForm },
  "undo-merge": { icon: Ungroup, form: UndoMergeForm },
  split: { icon: GitFork, form: SplitForm },
};
