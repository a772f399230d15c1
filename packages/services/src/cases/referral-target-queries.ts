import { organizationOfParty } from "@rembuk/domain/access/party-key";
import type { Case, CaseCategory, SectorLevel } from "@rembuk/domain/cases/model";
import { referralPartyOf } from "@rembuk/domain/cases/referrals";
import { listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { findServingPartner, listServingPartners } from "../staff/organization-queries";
import { officeToday } from "../staff/running-queries";
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
    FROM running_assignments(${officeToday(ctx.now())}::date) a JOIN "user" u ON u.id = a.user_id
    WHERE a.role = 'volunteer' AND a.area_code LIKE ${`${subdistrictCode}.%`} AND u.disabled_at IS NULL
    ORDER BY u.display_name LIMIT 200`;

export interface ReferralTarget {
  /** As the command takes it: a sector's code, `org:<id>`, or `user:<id>`. */
  readonly target: string;
  readonly name: string;
  readonly isSupporting: boolean;
  /** A party of its own beside the offices: a partner organisation. */
  readonly isPartner: boolean;
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

/** Those of these parties that have an account now: `area:sector`, a village's government, `org:id`. */
export const findSeated = async (ctx: ServiceContext, parties: readonly string[]) => {
  const rows = await ctx.db.$queryRaw<{ party: string }[]>`
    WITH seats AS (
      SELECT CASE WHEN r.role IN ('village-officer', 'village-head') THEN r.area_code || ':PEMDES'
        WHEN r.role = 'partner-organisation' AND r.organization_id IS NOT NULL THEN 'org:' || r.organization_id
        ELSE r.area_code || ':' || r.sector_code END AS party
      FROM running_assignments(${officeToday(ctx.now())}::date) r JOIN "user" u ON u.id = r.user_id
      WHERE u.disabled_at IS NULL AND r.role IN
        ('village-officer', 'village-head', 'sector-partner', 'sector-lead', 'partner-organisation'))
    SELECT DISTINCT party FROM seats WHERE party = ANY(${parties as string[]})`;
  return new Set(rows.map((r) => r.party));
};

/**
 * Those of these parties that answer by no signed link: they have an account, or are a partner whose
 * agreement has ended.
 */
export const findUnlinked = async (ctx: ServiceContext, parties: readonly string[]) => {
  const unlinked = await findSeated(ctx, parties);
  for (const party of parties) {
    const id = organizationOfParty(party);
    if (id !== null && !(await findServingPartner(ctx.db, id, ctx.now()))) unlinked.add(party);
  }
  return unlinked;
};

type Choice = Pick<ReferralTarget, "target" | "name" | "isPartner"> & {
  readonly party: string;
  /** Place among those that the rule names; none: it names no such one. */
  readonly rank: number | null;
};

/** Offices and partners that the case can be referred to, those that its rule names first. */
const listOffices = async (
  ctx: ServiceContext,
  kase: Case,
  category: Pick<CaseCategory, "supportingSectorCodes">,
): Promise<readonly Choice[]> => {
  const [sectors, villages, partners] = await Promise.all([
    loadSectors(ctx.db, ""),
    listVillages(ctx.db, kase.villageCode.slice(0, 8)),
    listServingPartners(ctx.db, [kase.subdistrictCode, kase.regencyCode], ctx.now()),
  ]);
  const village = villages.find((v) => v.code === kase.villageCode)?.name ?? "";
  const rankOf = (...codes: readonly (string | null)[]): number | null => {
    const at = category.supportingSectorCodes.findIndex((code) => codes.includes(code));
    return at < 0 ? null : at;
  };
  const offices = [...sectors.values()].filter(isReferrable).map((s) => ({
    target: s.code,
    name: s.code === "PEMDES" ? `${s.name} ${village}` : s.name,
    isPartner: false,
    party: referralPartyOf(kase, s),
    rank: rankOf(s.code),
  }));
  const organizations = partners.map((one) => {
    const party = referralPartyOf(kase, { organizationId: one.id });
    // The organisation itself, or its kind of partner in general.
    return {
      target: party,
      name: one.name,
      isPartner: true,
      party,
      rank: rankOf(party, one.sectorCode),
    };
  });
  const last = category.supportingSectorCodes.length;
  return [...offices, ...organizations]
    .filter((one) => one.party !== kase.leadParty)
    .sort((a, b) => (a.rank ?? last) - (b.rank ?? last) || a.name.localeCompare(b.name));
};

/** Whom this case can be referred to: those that the category's rule names first. */
export const listReferralTargets = (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<ReferralTargets> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "referral.send", kase);
    const category = await ruleOfCase(ctx, kase);
    const [choices, volunteers] = await Promise.all([
      listOffices(ctx, kase, category),
      listVolunteers(ctx, kase.subdistrictCode),
    ]);
    const isRunning = (status: string) => ["sent", "accepted", "in_progress"].includes(status);
    const busy = new Set(kase.referrals.filter((r) => isRunning(r.status)).map((r) => r.party));
    const seated = await findSeated(
      ctx,
      choices.map((one) => one.party),
    );
    const named = choices.map(({ party, rank, ...one }) => ({
      ...one,
      isSupporting: rank !== null,
      hasAccount: seated.has(party),
      isBusy: busy.has(party),
    }));
    const people = volunteers.map((v) => ({
      ...{ target: `user:${v.userId}`, name: v.name, isSupporting: false, isPartner: false },
      ...{ hasAccount: true, isBusy: busy.has(`user:${v.userId}`) },
    }));
    return { targets: [...named, ...people], limitDays: category.followUpDays };
  });
