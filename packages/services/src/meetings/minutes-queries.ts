import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Signer } from "@rembuk/domain/letters/model";
import { signersOf } from "@rembuk/domain/letters/signers";
import { findOffice, type OfficeSummary } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findSetting } from "../letters/setting-store";
import { findLeaderPosts } from "../letters/store";
import { type MeetingDto, showMeeting } from "./queries";

/** What stands on the minutes of a meeting. */
export interface MeetingMinutes {
  readonly meeting: MeetingDto;
  readonly office: OfficeSummary;
  /** Kop: lines under the office's name; none: its address and telephone. */
  readonly letterhead: readonly string[];
  /** Camat, who takes note of it; null: the post is empty. */
  readonly signer: Signer | null;
}

/** @throws not-found MEETING_NOT_FOUND */
export const readMinutes = async (
  ctx: ServiceContext,
  meetingId: string,
): Promise<MeetingMinutes> => {
  const { meeting, subdistrictCode } = await showMeeting(ctx, meetingId);
  const office = await findOffice(ctx.db, subdistrictCode);
  if (!office) throw new DomainError("not-found", "MEETING_NOT_FOUND");
  const { letterhead, posts } = await inTransaction(ctx, async (tx) => ({
    posts: await findLeaderPosts(tx, subdistrictCode, ctx.now()),
    letterhead: (await findSetting(tx, subdistrictCode)).letterhead,
  }));
  return { meeting, office, letterhead, signer: signersOf(posts, office.name)[0] ?? null };
};
