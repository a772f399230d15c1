import type { CaseAction } from "@rembuk/domain/cases/lifecycle";
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

/** The window of each act. Apart from its picture: the forms weigh as much as a page. */
export const actForms: Record<CaseAction, (props: ActionFormProps) => ReactElement> = {
  triage: TriageForm,
  route: RouteForm,
  dispose: DisposeForm,
  "return-proposal": ReturnProposalForm,
  accept: AcceptForm,
  decline: DeclineForm,
  resolve: ResolveForm,
  confirm: ConfirmForm,
  reopen: ReopenForm,
  hold: HoldForm,
  resume: ResumeForm,
  "send-link": SendLinkForm,
  close: CloseForm,
  "ask-info": AskInfoForm,
  complete: CompleteForm,
  amend: AmendForm,
  redirect: RedirectForm,
  archive: ArchiveForm,
  cancel: CancelForm,
  merge: MergeForm,
  "undo-merge": UndoMergeForm,
  split: SplitForm,
};
