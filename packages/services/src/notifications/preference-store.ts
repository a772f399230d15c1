import type { Database, Transaction } from "@rembuk/db/client";
import type { Zone } from "@rembuk/domain/calendars/model";
import {
  type Choice,
  defaultPreferences,
  type Preferences,
} from "@rembuk/domain/notifications/preferences";

/** What a person chose, and the zone of their wall. */
export interface PersonalPreferences {
  readonly preferences: Preferences;
  readonly zone: Zone;
}

interface Row {
  readonly id: string;
  readonly zone: Zone | null;
  readonly muted: readonly Choice[] | null;
  readonly quiet_from: number | null;
  readonly quiet_to: number | null;
  readonly emergencies_pass: boolean | null;
}

/** Where nobody says otherwise, the house's own. */
const houseZone: Zone = "WITA";

const toPreferences = (row: Row): Preferences =>
  row.muted === null
    ? defaultPreferences
    : {
        muted: row.muted,
        quiet:
          row.quiet_from === null || row.quiet_to === null
            ? null
            : { from: row.quiet_from, to: row.quiet_to },
        emergenciesPass: row.emergencies_pass ?? defaultPreferences.emergenciesPass,
      };

/** The zone is that of the area of the assignment which began last among those that run. */
export const findPreferences = async (
  tx: Transaction | Database,
  userIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PersonalPreferences>> => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT u.id, z.zone, p.muted, p.quiet_from, p.quiet_to, p.emergencies_pass
    FROM unnest(${userIds as string[]}::uuid[]) AS u(id)
    LEFT JOIN notification_preference p ON p.user_id = u.id
    LEFT JOIN LATERAL (
      SELECT r.zone FROM assignment a JOIN area r ON r.code = a.area_code,
        (SELECT (${now}::timestamptz AT TIME ZONE 'Asia/Makassar')::date AS here) today
      WHERE a.user_id = u.id AND a.starts_on <= here AND (a.ends_on IS NULL OR a.ends_on >= here)
      ORDER BY a.starts_on DESC, a.id LIMIT 1) z ON true`;
  return new Map(
    rows.map((row) => [row.id, { preferences: toPreferences(row), zone: row.zone ?? houseZone }]),
  );
};

/** Of one person; without a row, what holds for who never chose. */
export const preferencesOf = async (
  tx: Transaction | Database,
  userId: string,
  now: Date,
): Promise<PersonalPreferences> =>
  (await findPreferences(tx, [userId], now)).get(userId) ?? {
    preferences: defaultPreferences,
    zone: houseZone,
  };

/** Keeps the choice; mails that wait are looked at again at once, because the hours may have changed. */
export const savePreferences = async (
  tx: Transaction,
  userId: string,
  { muted, quiet, emergenciesPass }: Preferences,
  now: Date,
): Promise<void> => {
  const chosen = {
    muted: [...muted],
    quietFrom: quiet?.from ?? null,
    quietTo: quiet?.to ?? null,
    emergenciesPass,
    updatedAt: now,
  };
  await tx.notificationPreference.upsert({
    where: { userId },
    create: { userId, ...chosen },
    update: chosen,
  });
  await tx.notification.updateMany({
    where: { recipientId: userId, delivery: "pending" },
    data: { dueAt: null },
  });
};
