import type { Role } from "@rembuk/domain/access/roles";
import { openStatuses } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { VillageSheetInput } from "@rembuk/domain/reports/papers";
import { listVillages } from "../areas/queries";
import { type CaseListItem, countCases, listCases } from "../cases/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { loadVillageFacts, type StoredFacts } from "../trips/facts-store";

export interface VillageOfficial {
  readonly name: string;
  readonly role: Role;
  readonly acting: "plh" | "plt" | null;
  /** From the day of their letter on; null where somebody stands in. */
  readonly since: string | null;
}

/** One village on one page. What Rembuk does not know yet is null, and shown as missing. */
export interface VillageSheet {
  readonly readAt: Date;
  readonly village: {
    readonly code: string;
    readonly name: string;
    /** "Kec. Halong" */
    readonly within: string;
    readonly subdistrictCode: string;
    readonly zone: string;
    readonly isWard: boolean;
  };
  readonly counts: {
    readonly open: number;
    readonly late: number;
    readonly waiting: number;
    readonly settled: number;
  };
  /** Nearest deadline first. */
  readonly open: readonly CaseListItem[];
  /** Held by the village: to complete, or to say whether the answer settles it. */
  readonly waiting: readonly CaseListItem[];
  /** Latest received first; both clocks stand where they ended. */
  readonly ended: readonly CaseListItem[];
  readonly officials: readonly VillageOfficial[];
  readonly lastVisit: Date | null;
  readonly lastMeeting: Date | null;
  /** Null: nobody has written it down yet. */
  readonly facts: StoredFacts | null;
}

const mostOpen = 40;
const mostEnded = 10;
const endedStatuses = ["closed", "lapsed", "redirected", "archived", "cancelled"];

const readOfficials = (ctx: ServiceContext, code: string): Promise<readonly VillageOfficial[]> =>
  ctx.db.$queryRaw<VillageOfficial[]>`
    SELECT DISTINCT u.display_name AS name, r.role, r.acting,
      CASE WHEN r.acting IS NULL THEN a.starts_on::text END AS since
    FROM running_assignments(${officeToday(ctx.now())}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    LEFT JOIN assignment a ON a.id = r.id
    WHERE r.area_code = ${code} AND r.role IN ('village-head', 'village-officer', 'village-council')
    ORDER BY r.role DESC, name LIMIT 20`;

/** When a trip was last there. */
const readLastVisit = (ctx: ServiceContext, villageCode: string): Promise<Date | null> =>
  inTransaction(ctx, async (tx) => {
    const stop = await tx.tripStop.findFirst({
      where: { villageCode, arrivedAt: { not: null } },
      orderBy: { arrivedAt: "desc" },
      select: { arrivedAt: true },
    });
    return stop?.arrivedAt ?? null;
  });

/**
 * Lembar desa: the village's cases as far as the reader may open them, what waits for it, its officials.
 * @throws forbidden outside the reader's area; invalid INPUT_INVALID for a village that is none
 */
export const readVillageSheet = async (
  ctx: ServiceContext,
  { villageCode }: VillageSheetInput,
): Promise<VillageSheet> => {
  requireInArea(ctx, "village-sheet.read", villageCode);
  const subdistrictCode = villageCode.slice(0, 8);
  const village = (await listVillages(ctx.db, subdistrictCode)).find((v) => v.code === villageCode);
  if (!village) throw new DomainError("invalid", "INPUT_INVALID", { field: "villageCode" });
  const here = { villages: [villageCode] };
  const [counts, open, waiting, ended, officials, facts, lastVisit] = await Promise.all([
    countCases(ctx, {
      open: here,
      late: { ...here, lateness: "late" },
      waiting: { ...here, holder: "village", statuses: [...openStatuses] },
      settled: { ...here, statuses: ["closed"] },
    }),
    listCases(ctx, { ...here, order: "due", limit: mostOpen }),
    listCases(ctx, { ...here, holder: "village", order: "due", limit: mostOpen }),
    listCases(ctx, { ...here, statuses: endedStatuses, order: "newest", limit: mostEnded }),
    readOfficials(ctx, villageCode),
    loadVillageFacts(ctx.db, [villageCode]),
    readLastVisit(ctx, villageCode),
  ]);
  const { open: all = 0, late = 0, waiting: atVillage = 0, settled = 0 } = counts;
  return {
    readAt: ctx.now(),
    village: { ...village, subdistrictCode, isWard: /\.1\d{3}$/.test(villageCode) },
    counts: { open: all, late, waiting: atVillage, settled },
    open: open.items,
    waiting: waiting.items,
    ended: ended.items,
    officials,
    lastVisit,
    // Meetings are not recorded yet.
    lastMeeting: null,
    facts: facts.get(villageCode) ?? null,
  };
};
