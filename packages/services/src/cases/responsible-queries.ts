import type { ReadPool } from "@rembuk/db/client";
import type { Role } from "@rembuk/domain/access/roles";
import { officeToday } from "../staff/running-queries";

const roleOf: Readonly<Record<string, Role>> = {
  SEKCAM: "subdistrict-secretary",
  CAMAT: "subdistrict-head",
};

const responsibleSql = `
    SELECT r.user_id AS "userId"
    FROM running_assignments($1::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    LEFT JOIN assignment a ON a.id = r.id
    WHERE r.area_code = $2 AND r.role = $3 AND ($4::text IS NULL OR r.sector_code = $4)
      AND (r.behalf_of IS NULL OR r.acting = 'plt')
    ORDER BY r.behalf_of IS NOT NULL, a.starts_on DESC NULLS LAST LIMIT 1`;

/**
 * The named officer who stays from intake to closing: the Kasi of the section ("63.11.07:KASI_PMD"),
 * also while a Plh. stands in; where the office is vacant, its Plt. Asked each time, because an
 * absence that begins today must not be missed for a minute.
 * @returns null when nobody holds the office: the case is then unowned
 */
export const findResponsible = async (
  reads: ReadPool,
  key: string,
  now: Date,
): Promise<string | null> => {
  const [areaCode = "", section = ""] = key.split(":");
  const role = roleOf[section] ?? "section-head";
  const values = [officeToday(now), areaCode, role, section in roleOf ? null : section];
  const rows = await reads.ask<{ userId: string }>({
    name: "responsible",
    text: responsibleSql,
    values,
  });
  return rows[0]?.userId ?? null;
};
