import type { PaperKind, PaperStatus } from "@rembuk/domain/reports/papers";
import { paperLifetimeMs } from "@rembuk/domain/reports/papers";
import type { ServiceContext } from "../context";
import { linkFor, linkTo, type SignedLink } from "../kernel/file-links";
import { inTransaction } from "../kernel/in-transaction";
import { findPapers, type StoredPaper } from "./paper-store";

/** A paper as its reader's list shows it. */
export interface PaperItem {
  readonly id: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly status: PaperStatus;
  readonly areaCode: string;
  readonly requestedAt: Date;
  readonly rowsDone: number;
  /** Null until the worker knows it. */
  readonly rowsTotal: number | null;
  readonly failure: string | null;
  readonly name: string | null;
  readonly size: number | null;
  /** When its file is destroyed; null while there is none. */
  readonly keptUntil: Date | null;
  /** Of minutes, for this reader alone; null where there is no file. */
  readonly link: SignedLink | null;
}

const toItem = (ctx: ServiceContext, paper: StoredPaper): PaperItem => {
  const { requestedById: __, periodDays: _, finishedAt, ...rest } = paper;
  const isReady = paper.status === "ready" && finishedAt !== null;
  return {
    ...rest,
    keptUntil: isReady ? new Date(finishedAt.getTime() + paperLifetimeMs) : null,
    link: isReady ? linkFor(ctx, linkTo.paper(paper.id)) : null,
  };
};

/** What the reader asked for in the last two days, newest first. Nobody else's. */
export const listPapers = (ctx: ServiceContext): Promise<readonly PaperItem[]> =>
  inTransaction(ctx, async (tx) => {
    const papers = await findPapers(tx, ctx.actor.userId, ctx.now());
    return papers.map((paper) => toItem(ctx, paper));
  });
