import { DomainError } from "@rembuk/domain/kernel/errors";
import {
  areasOfPlan,
  type InstallationPlan,
  organizationsOfPlan,
  planProblems,
  setUpEvent,
} from "@rembuk/domain/staff/installation";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { assignRole } from "./assign-role";
import {
  type Administrator,
  countOffices,
  findAreasByCode,
  findUserId,
  insertLocalHolidays,
  insertOffices,
  insertOrganizations,
  listAdministrators,
  listOfficeSectors,
} from "./installation-store";
import { inviteUser } from "./invite-user";
import { resetPassword } from "./reset-password";
import { officeToday } from "./running-queries";

/** One set-up for each database: the same plan again is answered, another one is refused. */
const setUpId = "00000000-0000-7000-8000-000000000101";
const inviteId = "00000000-0000-7000-8000-000000000102";
const assignId = "00000000-0000-7000-8000-000000000103";

export interface SetUpCounts {
  readonly subdistricts: number;
  readonly organizations: number;
  readonly holidays: number;
}

type Places = Pick<InstallationPlan, "subdistricts" | "organizations" | "holidays">;

/**
 * Offices of the kecamatan, the sectors' offices around them and local days without office.
 * @throws invalid INPUT_INVALID with `problems`, in words; conflict CLIENT_ACTION_REUSED when another
 *   plan was installed before
 */
const setUpPlaces = (ctx: ServiceContext, plan: InstallationPlan): Promise<SetUpCounts> => {
  requireInArea(ctx, "user.assign", "");
  const { subdistricts, organizations, holidays }: Places = plan;
  const command = { clientActionId: setUpId, subdistricts, organizations, holidays };
  return once(ctx, command, async (tx) => {
    const areas = await findAreasByCode(tx, areasOfPlan(plan));
    const sectors = await listOfficeSectors(tx);
    const problems = planProblems(plan, areas, sectors);
    if (problems.length > 0) throw new DomainError("invalid", "INPUT_INVALID", { problems });
    const planned = organizationsOfPlan(plan, areas, sectors);
    await insertOffices(tx, plan, areas);
    await insertOrganizations(tx, ctx, planned);
    await insertLocalHolidays(tx, plan.holidays);
    const answer = {
      subdistricts: plan.subdistricts.length,
      organizations: planned.length,
      holidays: plan.holidays.length,
    };
    await recordEvents(tx, ctx, [setUpEvent(answer)], command, answer);
    return answer;
  });
};

/** The first administrator and a one-time code, whether the account is new or an attempt left it behind. */
const setUpAdministrator = async (ctx: ServiceContext, plan: InstallationPlan): Promise<string> => {
  const { username, displayName, email, phone } = plan.administrator;
  const left = await findUserId(ctx.db, username);
  const invited =
    left === null
      ? await inviteUser(ctx, {
          ...{ clientActionId: inviteId, areaCode: "", username, displayName },
          ...{ email: email ?? null, phone: phone ?? null },
        })
      : { userId: left, code: null };
  const { userId } = invited;
  const administrators = await listAdministrators(ctx.db);
  if (!administrators.some((a) => a.userId === userId)) {
    await assignRole(ctx, {
      ...{ clientActionId: assignId, userId, role: "administrator", areaCode: "" },
      ...{ clearance: false, startsOn: officeToday(ctx.now()) },
    });
  }
  if (invited.code !== null) return invited.code;
  const { code } = await resetPassword(ctx, { clientActionId: ctx.newId(), userId });
  if (code === null) throw new DomainError("unavailable", "BUSY");
  return code;
};

export interface SetUp extends SetUpCounts {
  readonly username: string;
  /** Shown once, on the terminal that set it up. */
  readonly code: string;
}

/**
 * Makes a new installation ready for real cases. Cut off and begun again it goes on where it stopped.
 * @param ctx of {@link import("../system-context").setupContext}
 */
export const setUpInstallation = async (
  ctx: ServiceContext,
  plan: InstallationPlan,
): Promise<SetUp> => {
  const counts = await setUpPlaces(ctx, plan);
  const code = await setUpAdministrator(ctx, plan);
  return { ...counts, username: plan.administrator.username, code };
};

export interface InstallationState {
  readonly administrators: readonly Administrator[];
  readonly offices: number;
}

/** What stands in the way of a set-up. */
export const readInstallationState = async (
  ctx: Pick<ServiceContext, "db">,
): Promise<InstallationState> => ({
  administrators: await listAdministrators(ctx.db),
  offices: await countOffices(ctx.db),
});
