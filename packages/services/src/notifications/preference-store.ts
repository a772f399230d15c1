import type { Database, Transaction } from "@rembuk/db/client";
import type { Zone } from "@rembuk/domain/calendars/zone";
import {
  type Choice,
  type DigestTime,
  defaultPreferences,
  type MailChoice,
  type MailLanguage,
  type Preferences,
} from "@rembuk/domain/notifications/preferences";

/** What a person chose, and the zone of their wall. */
export interface PersonalPreferences {
  readonly preferences: Preferences;
  readonly zone: Zone;
  /** Where they serve ("" nowhere): the office whose days are theirs. */
  readonly areaCode: string;
  readonly sectorCode: string | null;
}

interface Row {
  readonly id: string;
  readonly zone: Zone | null;
  readonly area_code: string | null;
  readonly sector_code: string | null;
  readonly language: MailLanguage | null;
  readonly muted: readonly Choice[] | null;
  readonly digested: readonly MailChoice[] | null;
  readonly digest_at: number | null;
  readonly digest_days: DigestTime["days"] | null;
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
        language: row.language ?? defaultPreferences.language,
        muted: row.muted,
        digested: row.digested ?? [],
        digest: {
          at: row.digest_at ?? defaultPreferences.digest.at,
          days: row.digest_days ?? defaultPreferences.digest.days,
        },
        quiet:
          row.quiet_from === null || row.quiet_to === null
            ? null
            : { from: row.quiet_from, to: row.quiet_to },
        emergenciesPass: row.emergencies_pass ?? defaultPreferences.emergenciesPass,
      };

const toPersonal = (row: Row): PersonalPreferences => ({
  preferences: toPreferences(row),
  zone: row.zone ?? houseZone,
  areaCode: row.area_code ?? "",
  sectorCode: row.sector_code,
});

/** The zone is that of the area of the assignment which began last among those that run. */
export const findPreferences = async (
  tx: Transaction | Database,
  userIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PersonalPreferences>> => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT u.id, z.zone, z.area_code, z.sector_code, p.language, p.muted, p.digested, p.digest_at, p.digest_days,
      p.quiet_from, p.quiet_to, p.emergencies_pass
    FROM unnest(${userIds as string[]}::uuid[]) AS u(id)
    LEFT JOIN notification_preference p ON p.user_id = u.id
    LEFT JOIN LATERAL (
      SELECT r.zone, a.area_code, a.sector_code FROM assignment a JOIN area r ON r.code = a.area_code,
        (SELECT (${now}::timestamptz AT TIME ZONE 'Asia/Makassar')::date AS here) today
      WHERE a.user_id = u.id AND a.starts_on <= here AND (a.ends_on IS NULL OR a.ends_on >= here)
      ORDER BY a.starts_on DESC, a.id LIMIT 1) z ON true`;
  return new Map(rows.map((row) => [row.id, toPersonal(row)]));
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
    areaCode: "",
    sectorCode: null,
  };

/** What was gathered for a digest is asked about again: sent, withdrawn or gathered anew. */
export const releaseGathered = async (tx: Transaction, userId: string): Promise<void> => {
  await tx.notification.updateMany({
    where: { recipientId: userId, delivery: "gathered" },
    data: { delivery: "pending" },
  });
};

/** Keeps the choice; mails that wait are looked at again at once, because the hours may have changed. */
export const savePreferences = async (
  tx: Transaction,
  userId: string,
  chosen: Preferences,
  now: Date,
): Promise<void> => {
  const { language, muted, digested, digest, quiet, emergenciesPass } = chosen;
  const columns = {
    language,
    muted: [...muted],
    digested: [...digested],
    digestAt: digest.at,
    digestDays: digest.days,
    quietFrom: quiet?.from ?? null,
    quietTo: quiet?.to ?? null,
    emergenciesPass,
    updatedAt: now,
  };
  await tx.notificationPreference.upsert({
    where: { userId },
    create: { userId, ...columns },
    update: columns,
  });
  await releaseGathered(tx, userId);
  await tx.notification.updateMany({
    where: { recipientId: userId, delivery: "pending" },
    data: { dueAt: null },
  });
};
