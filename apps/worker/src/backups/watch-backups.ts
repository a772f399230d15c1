import type { MailOutcome, OutgoingMail } from "@rembuk/services/notifications/send-mail";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { type BackupState, lateAfterHours, readBackupState } from "./backup-runs";

type Pool = Pick<pg.Pool, "query">;
type Problem = NonNullable<BackupState["problem"]>;

export interface WatchParts {
  readonly pool: Pool;
  readonly now: () => Date;
  readonly publicUrl: string;
  /** Null: no way out is configured; doctor alone says it. */
  readonly send: ((mail: OutgoingMail) => Promise<MailOutcome>) | null;
}

const phrases: Record<Problem, string> = {
  "backup-missing": "Belum pernah ada cadangan data (backup) yang berhasil.",
  "backup-late": `Cadangan data terakhir berumur lebih dari ${lateAfterHours} jam.`,
  "backup-failed": "Cadangan data terakhir gagal.",
};

/** Times and classes of errors only: a mail lies open on its way. */
const wordingOf = (problem: Problem, state: BackupState, publicUrl: string) => ({
  subject: "Rembuk: cadangan data perlu diperiksa",
  text: [
    phrases[problem],
    "",
    `Cadangan terakhir yang berhasil: ${state.lastDoneAt?.toISOString() ?? "belum ada"}`,
    ...(state.lastFailure
      ? [`Kegagalan terakhir: ${state.lastFailure.at.toISOString()} (${state.lastFailure.error})`]
      : []),
    "",
    "Di peladen (server), jalankan: npm run doctor, lalu npm run backup.",
    "Langkah-langkahnya ada di docs/operations.md.",
    "",
    `Pemasangan: ${publicUrl}`,
    "Surat ini dikirim otomatis oleh Rembuk, sekali sehari selama masalahnya ada.",
  ].join("\n"),
});

/** Running administrators with an address. */
const findRecipients = async (pool: Pool, now: Date) => {
  const { rows } = await pool.query<{ id: string; email: string; since: Date }>(
    `SELECT DISTINCT u.id, u.email, u.created_at AS since FROM "user" u
     JOIN assignment a ON a.user_id = u.id AND a.role = 'administrator'
     WHERE u.email IS NOT NULL AND u.disabled_at IS NULL
       AND a.starts_on <= ($1::timestamptz)::date AND (a.ends_on IS NULL OR a.ends_on >= ($1::timestamptz)::date)`,
    [now],
  );
  return rows;
};

/** Claim, send, mark: once a day and person by the key, and never again unasked after a crash. */
const claim = async (pool: Pool, kind: Problem, recipientId: string, now: Date) => {
  const { rowCount } = await pool.query(
    `INSERT INTO operations_alarm (kind, day, recipient_id, delivery, claimed_at)
     VALUES ($1, ($2::timestamptz)::date, $3, 'sending', $2) ON CONFLICT DO NOTHING`,
    [kind, now, recipientId],
  );
  return rowCount === 1;
};

/** A refusal for now frees the key, so that the next hour tries again. */
const settle = async (pool: Pool, kind: Problem, recipientId: string, outcome: MailOutcome) => {
  const where = "WHERE kind = $1 AND recipient_id = $2 AND delivery = 'sending'";
  if (outcome === "refused-for-now") {
    await pool.query(`DELETE FROM operations_alarm ${where}`, [kind, recipientId]);
    return;
  }
  const delivery = outcome === "refused" ? "failed" : outcome;
  await pool.query(
    `UPDATE operations_alarm SET delivery = $3,
       delivered_at = CASE WHEN $3 = 'sent' THEN now() END ${where}`,
    [kind, recipientId, delivery],
  );
};

const isYoung = (since: Date, now: Date): boolean =>
  now.getTime() - since.getTime() < lateAfterHours * 3_600_000;

/**
 * Tells the administrators by mail when the backups are not in order: once a day while it lasts.
 * @returns how many mails were sent
 */
export const watchBackups = async (parts: WatchParts): Promise<number> => {
  const { pool, send } = parts;
  const now = parts.now();
  const state = await readBackupState(pool, now);
  const { problem } = state;
  if (problem === null || send === null) return 0;
  const mail = wordingOf(problem, state, parts.publicUrl);
  let sent = 0;
  for (const { id, email, since } of await findRecipients(pool, now)) {
    // The first night of a new installation has not come yet.
    if (problem === "backup-missing" && isYoung(since, now)) continue;
    if (!(await claim(pool, problem, id, now))) continue;
    const outcome = await send({ to: email, ...mail, id: uuidv7() });
    await settle(pool, problem, id, outcome);
    if (outcome === "sent") sent += 1;
  }
  return sent;
};
