import { randomUUID } from "node:crypto";

const two = (n) => String(n).padStart(2, "0");
/** The `n`th of 40 kecamatan of the province, in four kabupaten. */
const placeOf = (n) => {
  const regencyCode = `63.${two(1 + Math.floor(n / 10))}`;
  return {
    ...{ regencyCode, provinceCode: "63" },
    subdistrictCode: `${regencyCode}.${two(1 + (n % 10))}`,
  };
};
const statuses = [
  ...Array.from({ length: 8 }, () => "verified"),
  ...["dropped", "proposed", "proposed", "evidence_submitted", "evidence_submitted"],
  ...["agreed", "agreed", "in_progress", "in_progress", "overdue", "returned", "returned"],
];
const perEngagement = 25;

const inThousands = async (rows, insert) => {
  for (let at = 0; at < rows.length; at += 1_000) await insert(rows.slice(at, at + 1_000));
};

/**
 * Batches of 40 kecamatan that one team coaches, with three sessions and 25 commitments for each: promised to its camat
 * between eight months ago and half a year from now, of every status.
 * @param {{everything: object}} world
 * @param {{coachId: string, ownerId: string, count: number}} given how many commitments
 */
export const insertCoaching = async ({ everything }, { coachId, ownerId, count }) => {
  const engagements = Math.ceil(count / perEngagement);
  const aDay = 86_400_000;
  const from = (days) => new Date(Date.now() + days * aDay);
  const [commitments, sessions] = [[], []];
  const innovations = await everything.innovation.findMany({ select: { id: true } });
  for (let n = 0; n * 40 < engagements; n += 1) {
    const [awardId, batchId] = [randomUUID(), randomUUID()];
    await everything.award.create({
      data: { id: awardId, provinceCode: "63", name: `Lomba ${n}`, giver: "Gubernur", year: 2020 },
    });
    await everything.coachingBatch.create({
      data: {
        ...{
          id: batchId,
          awardId,
          provinceCode: "63",
          title: `Angkatan ${n}`,
          institutions: ["Biro POD"],
        },
        ...{ startsOn: from(-30 * n), endsOn: from(-30 * n + 14), team: [], createdById: coachId },
        createdAt: from(-30 * n),
      },
    });
    const rows = Array.from({ length: Math.min(40, engagements - n * 40) }, (_, k) => ({
      ...{ id: randomUUID(), batchId, ...placeOf(k), status: "monitoring", coachIds: [coachId] },
      leaders: [],
      plan: {
        ...{ direction: "Terus berjalan", steps: ["SK"], support: "APBD" },
        agreement: Object.fromEntries(
          ["coach", "office"].map((side) => [
            side,
            { userId: randomUUID(), name: "Seseorang", at: from(-200) },
          ]),
        ),
      },
    }));
    await everything.coachingEngagement.createMany({ data: rows });
    for (const { id: engagementId, subdistrictCode, regencyCode, provinceCode } of rows) {
      const at = { engagementId, subdistrictCode, regencyCode, provinceCode };
      for (const days of [-150, -60, 20])
        sessions.push({
          ...{ id: randomUUID(), ...at, place: "Aula Kecamatan" },
          ...{ startsAt: from(days), endsAt: from(days + 0.1) },
          status: days > 0 ? "scheduled" : "minutes_agreed",
        });
      for (let c = 0; c < perEngagement; c += 1) {
        const id = randomUUID();
        const status = statuses[commitments.length % statuses.length];
        const days = ((commitments.length * 7) % 420) - 240;
        const isWaiting = ["agreed", "in_progress", "overdue", "returned"].includes(status);
        commitments.push({
          ...{ id, ...at, status, ownerId, ownerName: "Camat", proposedById: coachId },
          // Every innovation has its share, as the board shows it.
          innovationId: innovations[commitments.length % innovations.length]?.id,
          text: "Memperpanjang SK tim pelaksana dan menetapkan penggantinya bersama desa",
          ...{ dueOn: from(days), waitsSince: isWaiting ? from(-(commitments.length % 60)) : null },
          ...{ verifiedById: coachId, droppedReason: "Digabung" },
        });
      }
    }
  }
  await inThousands(sessions, (data) => everything.coachingSession.createMany({ data }));
  await inThousands(commitments, (data) => everything.coachingCommitment.createMany({ data }));
  await everything.$executeRawUnsafe("ANALYZE");
  return commitments.length;
};
