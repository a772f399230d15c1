/**
 * The next moment that a clock on this machine's wall shows this time.
 * @param time "01:30"
 * @throws when it is no time of day
 */
export const nextNight = (now: Date, time: string): Date => {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new Error(`BACKUP_TIME ${time} is no time of day (01:30)`);
  const at = new Date(now);
  at.setHours(Number(parts[1]), Number(parts[2]), 0, 0);
  if (at <= now) at.setDate(at.getDate() + 1);
  return at;
};
