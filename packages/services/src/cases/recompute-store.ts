import type { Database } from "@rembuk/db/client";
import type { CalendarCause } from "@rembuk/domain/calendars/events";

export interface WaitingChange {
  readonly id: string;
  readonly areaCode: string;
  readonly cause: CalendarCause;
  readonly startsOn: string;
  /** The last case that was looked at; null at the beginning. */
  readonly cursor: string | null;
}

/** The oldest edit that has not been carried through, made before an instant. */
export const findWaitingChange = async (
  db: Database,
  madeBefore: Date,
): Promise<WaitingChange | null> => {
  const rows = await db.$queryRaw<WaitingChange[]>`
    SELECT id, area_code AS "areaCode", cause, starts_on::text AS "startsOn", cursor
    FROM calendar_change WHERE finished_at IS NULL AND created_at <= ${madeBefore}
    ORDER BY created_at, id LIMIT 1`;
  return rows[0] ?? null;
};

/** The next open cases in reach of an edit, by id. */
export const listCasesInReach = (
  db: Database,
  change: Pick<WaitingChange, "areaCode" | "cursor">,
  limit: number,
): Promise<readonly { readonly id: string; readonly isTold: boolean }[]> =>
  db.$queryRaw<{ id: string; isTold: boolean }[]>`
    SELECT id, NOT (is_secret OR is_supervisory) AS "isTold" FROM "case"
    WHERE is_open AND (${change.cursor}::uuid IS NULL OR id > ${change.cursor}::uuid)
      AND (${change.areaCode} = '' OR subdistrict_code = ${change.areaCode}
        OR regency_code = ${change.areaCode} OR left(subdistrict_code, 2) = ${change.areaCode})
    ORDER BY id LIMIT ${limit}`;

/** How far an edit has been carried; `finishedAt` once no case is left. */
export const saveProgress = async (
  db: Database,
  id: string,
  progress: {
    readonly cursor: string | null;
    readonly moved: number;
    readonly finishedAt: Date | null;
  },
): Promise<void> => {
  await db.$executeRaw`
    UPDATE calendar_change SET cursor = coalesce(${progress.cursor}::uuid, cursor),
      moved = moved + ${progress.moved}, finished_at = ${progress.finishedAt}
    WHERE id = ${id}::uuid`;
};
