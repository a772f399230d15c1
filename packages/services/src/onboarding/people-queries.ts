import type { PeopleRow } from "@rembuk/domain/onboarding/people-rows";
import type { ServiceContext } from "../context";
import { officeToday } from "../staff/running-queries";

export interface KnownAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly assignments: readonly {
    readonly role: string;
    readonly areaCode: string;
    readonly sectorCode: string | null;
  }[];
}

/** Accounts that hold a name, phone or e-mail of these rows, with the roles that run now or later. */
export const findAccounts = (
  ctx: ServiceContext,
  rows: readonly PeopleRow[],
): Promise<readonly KnownAccount[]> => {
  const today = new Date(`${officeToday(ctx.now())}T00:00:00Z`);
  return ctx.db.user.findMany({
    where: {
      OR: [
        { username: { in: rows.map((r) => r.username) } },
        { phone: { in: rows.flatMap((r) => r.phone ?? []) } },
        { email: { in: rows.flatMap((r) => r.email ?? []) } },
      ],
    },
    select: {
      ...{ id: true, username: true, displayName: true, phone: true, email: true },
      assignments: {
        where: { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
        select: { role: true, areaCode: true, sectorCode: true },
      },
    },
  });
};
