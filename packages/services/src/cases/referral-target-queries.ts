import type { SectorLevel } from "@rembuk/domain/cases/model";
import { referralPartyOf } from "@rembuk/domain/cases/referrals";
import { listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { loadSectors } from "./category-queries";
import { loadCase } from "./change-case";
import { ruleOfCase } from "./rule-queries";

/** Under this code a referral to a volunteer in person is named. */
export const volunteerCode = "RELAWAN";

/** The inspectorate works on supervisory cases alone; sections hold, they are not referred to. */
export const isReferrable = (sector: SectorLevel): boolean =>
  sector.level !== "section" && sector.code !== "INSPEKTORAT";

interface Volunteer {
  readonly userId: string;
  readonly name: string;
  readonly villageCode: string;
}

/** Volunteers of a kecamatan's villages who are on duty now. */
export const listVolunteers = (
  ctx: Pick<ServiceContext, "db" | "now">,
  subdistrictCode: string,
): Promise<readonly Volunteer[]> =>
  ctx.db.$queryRaw<Volunteer[]>`
    SELECT u.id AS "userId", u.display_name AS name, a.area_code AS "villageCode"
    FROM assignment a JOIN "user" u ON u.id = a.user_id
    WHERE a.role = 'volunteer' AND a.area_code LIKE ${`${subdistrictCode}.%`} AND u.disabled_at IS NULL
      AND a.starts_on <= ${ctx.now()}::date AND (a.ends_on IS NULL OR a.ends_on >= ${ctx.now()}::date)
    ORDER BY u.display_name LIMIT 200`;

export interface ReferralTarget {
  /** As the command takes it: a sector's code, or `user:<id>`. */
  readonly target: string;
  readonly name: string;
  readonly isSupporting: boolean;
  /** Somebody can answer in the application; else by link, or on behalf. */
  readonly hasAccount: boolean;
  /** Asked already, and not ended. */
  readonly isBusy: boolean;
}

export interface ReferralTargets {
  readonly targets: readonly ReferralTarget[];
  /** Working days that are proposed. */
  readonly limitDays: number;
}

/** Keys of `area:sector` that have an account now. */
export const findSeated = async (ctx: ServiceContext, parties: readonly string[]) => {
  const rows = await ctx.db.$queryRaw<{ party: string }[]>`
    SELECT DISTINCT CASE WHEN a.role IN ('village-officer', 'village-head') THEN a.area_code || ':PEMDES'
      ELSE a.area_code || ':' || a.sector_code END AS party
    FROM assignment a JOIN "user" u ON u.id = a.user_id
    WHERE u.disabled_at IS NULL AND a.starts_on <= ${ctx.now()}::date
      AND (a.ends_on IS NULL OR a.ends_on >= ${ctx.now()}::date)
      AND a.role IN ('village-officer', 'village-head', 'sector-partner', 'sector-lead', 'partner-organisation')
      AND CASE WHEN a.role IN ('village-officer', 'village-head') THEN a.area_code || ':PEMDES'
        ELSE a.area_code || ':' || a.sector_code END = ANY(${parties as string[]})`;
  return new Set(rows.map((r) => r.party));
};

/** Whom this case can be referred to: the category's supporting sectors first. */
export const listReferralTargets = (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<ReferralTargets> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "referral.send", kase);
    const [category, sectors, villages, volunteers] = await Promise.all([
      ruleOfCase(ctx, kase),
      loadSectors(ctx.db, ""),
      listVillages(ctx.db, kase.villageCode.slice(0, 8)),
      listVolunteers(ctx, kase.subdistrictCode),
    ]);
    const village = villages.find((v) => v.code === kase.villageCode)?.name ?? "";
    const busy = new Set(
      kase.referrals
        .filter((r) => ["sent", "accepted", "in_progress"].includes(r.status))
        .map((r) => r.party),
    );
    const offices = [...sectors.values()]
      .filter((s) => isReferrable(s) && referralPartyOf(kase, s) !== kase.leadParty)
      .map((s) => ({ ...s, party: referralPartyOf(kase, s) }));
    const seated = await findSeated(
      ctx,
      offices.map((o) => o.party),
    );
    const rank = (code: string) => category.supportingSectorCodes.indexOf(code);
    const order = (code: string) => (rank(code) < 0 ? 1000 : rank(code));
    const named = offices
      .sort((a, b) => order(a.code) - order(b.code) || a.name.localeCompare(b.name))
      .map((o) => ({
        target: o.code,
        name: o.code === "PEMDES" ? `${o.name} ${village}` : o.name,
        isSupporting: rank(o.code) >= 0,
        hasAccount: seated.has(o.party),
        isBusy: busy.has(o.party),
      }));
    const people = volunteers.map((v) => ({
      target: `user:${v.userId}`,
      name: v.name,
      isSupporting: false,
      hasAccount: true,
      isBusy: busy.has(`user:${v.userId}`),
    }));
    return { targets: [...named, ...people], limitDays: category.followUpDays };
  });
