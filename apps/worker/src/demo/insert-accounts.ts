import type { Database } from "@rembuk/db/client";
import { hashPassword } from "@rembuk/services/staff/hash-password";
import type { DemoAccount } from "./accounts";
import { demoOffices } from "./offices";

/** One password for every account of the demonstration; nowhere else do these accounts exist. */
const password = "rembuk-demo-2026";
const day = 86_400_000;

/** "188.45/07/KEC-PRS/2025": the SK of an assignment, in the manner of its office. */
const decreeNumber = (a: DemoAccount, position: number, year: number): string => {
  const serial = String((position % 89) + 3).padStart(2, "0");
  const office = demoOffices.find((o) => a.areaCode.startsWith(o.subdistrictCode));
  const place = office ? `KEC-${office.letters}` : "KUM";
  return `188.45/${serial}/${place}/${year}`;
};

/** Users with their one assignment each. The password is hashed once: a hash takes 30 ms. */
export const insertAccounts = async (
  db: Database,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const startsOn = new Date(anchor.getTime() - 420 * day);
  const passwordHash = await hashPassword(password);
  await db.user.createMany({
    data: accounts.map((a) => ({
      id: a.userId,
      username: a.username,
      email: `${a.username}@contoh.test`,
      displayName: a.name,
      passwordHash,
      createdAt: startsOn,
    })),
    skipDuplicates: true,
  });
  await db.assignment.createMany({
    data: accounts.map((a, position) => ({
      id: a.assignmentId,
      userId: a.userId,
      role: a.role,
      areaCode: a.areaCode,
      sectorCode: a.sectorCode,
      organizationId: a.organizationId,
      clearance: a.clearance,
      startsOn: a.startsOn ? new Date(a.startsOn) : startsOn,
      endsOn: a.endsOn ? new Date(a.endsOn) : null,
      decreeNumber: decreeNumber(a, position, startsOn.getUTCFullYear()),
      createdAt: startsOn,
    })),
    skipDuplicates: true,
  });
};
