import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";

export interface Notice {
  readonly id: string;
  readonly kind: string;
  /** `case/<uuid>` */
  readonly subject: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

const shown = {
  id: true,
  kind: true,
  subject: true,
  params: true,
  createdAt: true,
  readAt: true,
} as const;
const newestNotices = 50;

/** The reader's own newest notices, and how many wait unread. */
export const listNotices = (
  ctx: ServiceContext,
): Promise<{ readonly items: readonly Notice[]; readonly unread: number }> =>
  inTransaction(ctx, async (tx) => {
    const own = { recipientId: ctx.actor.userId, channel: "in-app" };
    const rows = await tx.notification.findMany({
      where: own,
      select: shown,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: newestNotices,
    });
    const unread = await tx.notification.count({ where: { ...own, readAt: null } });
    return {
      items: rows.map((row) => ({ ...row, params: row.params as Notice["params"] })),
      unread,
    };
  });
