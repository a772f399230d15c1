import { DomainError } from "../kernel/errors";
import { readReport } from "./index-report";
import { type InnovationProfile, type ReportRowKey, reportRowKeys } from "./model";
import {
  looksLikeProposal,
  type ProposalKey,
  proposalKeys,
  readProposal,
  withProposal,
} from "./proposal";
import { withReport } from "./report-reading";

/** What a pasted text turned out to be, what it says and what it lacks. */
export interface ReadPasted {
  readonly format: "report" | "proposal";
  readonly profile: InnovationProfile;
  readonly found: readonly (ReportRowKey | ProposalKey)[];
  readonly missing: readonly (ReportRowKey | ProposalKey)[];
  readonly doubled: readonly (ReportRowKey | ProposalKey)[];
  /** Text that belongs to no row: shown, and not taken over. */
  readonly left: readonly string[];
}

/**
 * Reads a report or a proposal, whichever it is, over a profile.
 * @throws invalid INNOVATION_TEXT_UNKNOWN when it is neither
 */
export const readPasted = (before: InnovationProfile, pasted: string): ReadPasted => {
  if (looksLikeProposal(pasted)) {
    const read = readProposal(pasted);
    const found = proposalKeys.filter((key) => read.sections[key] !== undefined);
    const { missing, doubled } = read;
    return {
      format: "proposal",
      profile: withProposal(before, read),
      found,
      missing,
      doubled,
      left: [],
    };
  }
  const { rows, missing, doubled, left } = readReport(pasted);
  const found = reportRowKeys.filter((key) => rows[key] !== undefined);
  if (found.length === 0) throw new DomainError("invalid", "INNOVATION_TEXT_UNKNOWN");
  return { format: "report", profile: withReport(before, rows), found, missing, doubled, left };
};
