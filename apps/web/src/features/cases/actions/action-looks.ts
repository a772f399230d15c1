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
import type { CaseDetail } from "../case-data";

/** The picture of each act; its key stands in the table of shortcuts, its window in `action-forms.ts`. */
export const actIcons: Record<CaseAction, LucideIcon> = {
  triage: BadgeCheck,
  route: Split,
  dispose: Stamp,
  "return-proposal": CornerUpLeft,
  accept: Handshake,
  decline: CornerUpLeft,
  resolve: CircleCheckBig,
  confirm: ThumbsUp,
  reopen: RotateCcw,
  hold: Pause,
  resume: Play,
  "send-link": Link2,
  close: SquareCheck,
  "ask-info": MessageCircleQuestion,
  complete: MessageCirclePlus,
  amend: PencilLine,
  redirect: Signpost,
  archive: Archive,
  cancel: Undo2,
  merge: Merge,
  "undo-merge": Ungroup,
  split: GitFork,
};

/** Of a proposal the desk takes back what it proposed itself; the leaders return it. */
export const titleKey = (kase: Pick<CaseDetail, "isMyTurn">, action: CaseAction) =>
  action === "return-proposal" && !kase.isMyTurn
    ? ("return-proposal.withdraw" as const)
    : (`${action}.title` as const);
