import type { Transaction } from "@rembuk/db/client";
import type { Role } from "@rembuk/domain/access/roles";
import { officeToday } from "../staff/running-queries";

/** Somebody who holds a post in a kecamatan today, by name. */
export interface PostHolder {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly areaCode: string;
  /** "2024-10-21" */
  readonly since: string;
}

/** Who holds one of these roles at one of these places today, for themselves. */
export const findPostHolders = (
  tx: Pick<Transaction, "$queryRaw">,
  roles: readonly Role[],
  areaCodes: readonly string[],
  now: Date,
): Promise<readonly PostHolder[]> =>
  tx.$queryRaw<PostHolder[]>`
    SELECT u.id AS "userId", u.display_name AS name, r.role, r.area_code AS "areaCode",
      a.starts_on::text AS since
    FROM running_assignments(${officeToday(now)}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    JOIN assignment a ON a.id = r.id
    WHERE r.behalf_of IS NULL AND r.role = ANY(${roles as string[]}) AND r.area_code = ANY(${areaCodes as string[]})
    ORDER BY a.starts_on DESC, u.display_name, u.id`;

/** Accounts of coaches of a province, by the name they sign in with. */
export const findCoaches = async (
  tx: Transaction,
  provinceCode: string,
  usernames: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.$queryRaw<{ username: string; id: string }[]>`
    SELECT u.username, u.id FROM running_assignments(${officeToday(now)}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    WHERE r.role IN ('regional-coach', 'coach-lead') AND r.area_code = ${provinceCode}
      AND u.username = ANY(${usernames as string[]})`;
  return new Map(rows.map(({ username, id }) => [username, id]));
};
