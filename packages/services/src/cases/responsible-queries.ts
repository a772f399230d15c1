import type { Database } from "@rembuk/db/client";
import type { Role } from "@rembuk/domain/access/roles";
import { officeToday } from "../staff/running-queries";

const roleOf: Readonly<Record<string, Role>> = {
  SEKCAM: "subdistrict-secretary",
  CAMAT: "subdistrict-head",
};

/**
 * The named officer who stays from intake to closing: the Kasi of the section ("63.11.07:KASI_PMD"),
 * also while a Plh. stands in; where the office is vacant, its Plt. Asked each time, because an
 * absence that begins today must not be missed for a minute.
 * @returns null when nobody holds the office: the case is then unowned
 */
export const findResponsible = async (
  db: Database,
  key: string,
  now: Date,
): Promise<string | null> => {
  const [areaCode = "", section = ""] = key.split(":");
  const role = roleOf[section] ?? "section-head";
  const rows = await db.$queryRaw<{ userId: string }[]>`
    SELECT r.user_id AS "userId"
    FROM running_assignments(${officeToday(now)}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    LEFT JOIN assignment a ON a.id = r.id
    WHERE r.area_code = ${areaCode} AND r.role = ${role}
      AND (${section in roleOf} OR r.sector_code = ${section})
      AND (r.behalf_of IS NULL OR r.acting = 'plt')
    ORDER BY r.behalf_of IS NOT NULL, a.starts_on DESC NULLS LAST LIMIT 1`;
  return rows[0]?.userId ?? null;
};
