import { randomUUID } from "node:crypto";
import type { NominateCommand } from "@rembuk/domain/aid/commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showHousehold } from "../beneficiaries/household-queries";
import { saveHousehold } from "../beneficiaries/save-household";
import type { ServiceContext } from "../context";
import {
  createWorld,
  halong,
  lingsir,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { listEnrollments } from "./enrollment-queries";
import { nominateResident } from "./nominate-resident";
import { showProgram } from "./program-queries";
import { saveProgram } from "./save-program";
import { settleEnrollment } from "./settle-enrollment";

let world: World;
const people: Record<string, ServiceContext> = {};
const as = (who: string): ServiceContext => {
  const found = people[who];
  if (!found) throw new Error(who);
  return found;
};
const here = { subdistrictCode: paringinSelatan };

const activate = async (code: string) => {
  const { program } = await showProgram(as("admin"), { ...here, code });
  const { code: _, isActive: __, version, ...content } = program;
  await saveProgram(as("admin"), {
    ...{ clientActionId: randomUUID(), ...here, code, version, isActive: true },
    content: { ...content, documents: [...content.documents] },
  });
};
beforeAll(async () => {
  world = await createWorld();
  const seat = async (who: string, ...of: Parameters<World["contextFor"]>) => {
    people[who] = await world.contextFor(...of);
  };
  await seat("admin", "subdistrict-admin", paringinSelatan);
  await seat("village", "village-officer", murungAbuin);
  await seat("neighbour", "village-officer", lingsir);
  await seat("kades", "village-head", murungAbuin);
  await seat("desk", "triage-officer", paringinSelatan);
  await seat("camat", "subdistrict-head", paringinSelatan);
  await seat("far", "triage-officer", halong);
  await activate("BLT_DD");
  await activate("PKH");
});
afterAll(() => world.drop());

let serial = 1;
const family = async () => {
  serial += 1;
  const saved = await saveHousehold(as("village"), {
    ...{ clientActionId: randomUUID(), version: 0, villageCode: murungAbuin, leaving: [] },
    ...{ hamlet: "", rt: "", rw: "", address: "" },
    members: [
      {
        ...{ name: `Kenarina ${serial}`, aliases: [], relation: "head", sex: "female" },
        ...{ birthDate: "1960-01-01", nikMissing: "lost" },
      },
    ],
  });
  const { members } = await showHousehold(as("village"), saved);
  return { householdId: saved.householdId, residentId: members[0]?.id ?? "" };
};
const nomination = (residentId: string, programCode: string): NominateCommand => ({
  ...{ clientActionId: randomUUID(), programCode, residentId, documentsSeen: ["KTP"] },
  ground: "Lansia tunggal, kehilangan mata pencaharian",
});
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const words = "Dikunjungi, keadaan sesuai";
const on = (enrollmentId: string, version: number) => ({
  ...{ clientActionId: randomUUID(), enrollmentId, version, words },
});
const verify = (id: string, version = 0) =>
  settleEnrollment(as("desk"), { ...on(id, version), act: "verify", happenedOn: "2026-11-20" });

describe("an enrolment", () => {
  it("is put forward by the village once, with the rules told", async () => {
    const { residentId, householdId } = await family();
    const command = nomination(residentId, "BLT_DD");
    const done = await nominateResident(as("village"), command);
    expect(await nominateResident(as("village"), command)).toEqual(done);
    expect(await code(nominateResident(as("village"), nomination(residentId, "BLT_DD")))).toBe(
      "ENROLLMENT_BARRED",
    );
    expect(await code(nominateResident(as("village"), nomination(residentId, "RTLH")))).toBe(
      "ENROLLMENT_BARRED",
    );
    expect(await code(nominateResident(as("neighbour"), nomination(residentId, "PKH")))).toBe(
      "RESIDENT_NOT_FOUND",
    );
    expect(await code(nominateResident(as("desk"), nomination(residentId, "PKH")))).toBe(
      "FORBIDDEN",
    );
    const { items } = await listEnrollments(as("desk"), { householdId });
    expect(items).toMatchObject([{ status: "candidate", acts: ["verify", "refuse"] }]);
    const open = items[0]?.rules.filter((one) => one.outcome === "to-check");
    expect(open?.map((one) => [one.rule, one.missing])).toEqual([
      ["nik", []],
      ["card", []],
      ["documents", ["KK"]],
      ["musdes", []],
    ]);
    for (const who of ["neighbour", "far"])
      expect((await listEnrollments(as(who), { householdId })).items).toEqual([]);
    expect(await code(listEnrollments(as("admin"), {}))).toBe("FORBIDDEN");
  });

  it("of the village's own funds is checked by the kecamatan and approved by the village's head", async () => {
    const { residentId } = await family();
    const { enrollmentId: id } = await nominateResident(
      as("village"),
      nomination(residentId, "BLT_DD"),
    );
    const approve = (who: string, version: number) =>
      settleEnrollment(as(who), { ...on(id, version), act: "approve" });
    expect(await code(approve("kades", 0))).toBe("ENROLLMENT_ACT_NOT_NOW");
    expect(await verify(id)).toEqual({ status: "verified", version: 1 });
    expect(await code(approve("camat", 1))).toBe("FORBIDDEN");
    expect(await code(approve("village", 1))).toBe("FORBIDDEN");
    expect(await code(settleEnrollment(as("camat"), { ...on(id, 1), act: "recommend" }))).toBe(
      "ENROLLMENT_ACT_NOT_NOW",
    );
    expect(await approve("kades", 1)).toEqual({ status: "decided", version: 2 });
    expect(await code(approve("kades", 1))).toBe("ENROLLMENT_CHANGED_MEANWHILE");
    const stop = { ...on(id, 2), act: "stop" as const };
    expect(await settleEnrollment(as("desk"), stop)).toMatchObject({ status: "stopped" });
  });

  it("is approved by nobody who put it forward", async () => {
    const { residentId } = await family();
    const { enrollmentId: id } = await nominateResident(
      as("kades"),
      nomination(residentId, "BLT_DD"),
    );
    await verify(id);
    expect(await code(settleEnrollment(as("kades"), { ...on(id, 1), act: "approve" }))).toBe(
      "ENROLLMENT_OWN",
    );
  });

  it("of a national program is recommended, and what the ministry decided is recorded", async () => {
    const { residentId, householdId } = await family();
    const { enrollmentId: id } = await nominateResident(
      as("village"),
      nomination(residentId, "PKH"),
    );
    await verify(id);
    for (const who of ["camat", "kades"])
      expect(await code(settleEnrollment(as(who), { ...on(id, 1), act: "approve" }))).not.toBe(
        "done",
      );
    const record = (version: number) =>
      settleEnrollment(as("desk"), {
        ...on(id, version),
        ...{ act: "record", letterNumber: "SK-17/HUK/2026", happenedOn: "2026-11-21" },
      });
    expect(await code(record(1))).toBe("ENROLLMENT_ACT_NOT_NOW");
    await settleEnrollment(as("camat"), { ...on(id, 1), act: "recommend" });
    expect(await record(2)).toEqual({ status: "decided", version: 3 });
    const { items } = await listEnrollments(as("village"), { householdId });
    expect(items[0]?.steps.map((one) => [one.act, one.letterNumber])).toEqual([
      ["verify", null],
      ["recommend", null],
      ["record", "SK-17/HUK/2026"],
    ]);
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `enrollment/${id}` },
    });
    expect(events).toHaveLength(4);
    expect(JSON.stringify(events)).not.toMatch(/Kenarina|Lansia|Dikunjungi/);
  });
});
