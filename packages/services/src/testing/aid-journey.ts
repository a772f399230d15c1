import { randomUUID } from "node:crypto";
import { nominateResident } from "../aid/nominate-resident";
import { showProgram } from "../aid/program-queries";
import { saveCycle } from "../aid/save-cycle";
import { saveProgram } from "../aid/save-program";
import { settleEnrollment } from "../aid/settle-enrollment";
import { showHousehold } from "../beneficiaries/household-queries";
import { saveHousehold } from "../beneficiaries/save-household";
import type { ServiceContext } from "../context";

const act = () => ({ clientActionId: randomUUID() });

/** The kecamatan works with a program from now on. */
export const useProgram = async (
  admin: ServiceContext,
  subdistrictCode: string,
  code: string,
): Promise<void> => {
  const { program } = await showProgram(admin, { subdistrictCode, code });
  const { code: _, isActive: __, version, ...content } = program;
  await saveProgram(admin, {
    ...{ ...act(), subdistrictCode, code, version, isActive: true },
    content: { ...content, documents: [...content.documents] },
  });
};

/** A cycle that runs through November 2026. */
export const openCycle = async (
  admin: ServiceContext,
  of: { readonly subdistrictCode: string; readonly code: string; readonly quota?: number },
): Promise<string> => {
  const { cycleId } = await saveCycle(admin, {
    ...{ ...act(), ...of, version: 0, name: "November 2026", benefit: "20 kg beras" },
    ...{ startsOn: "2026-11-01", endsOn: "2026-11-30" },
  });
  return cycleId;
};

/** A household of one. */
export const enterFamily = async (village: ServiceContext, name: string) => {
  const villageCode = village.actor.assignments[0]?.areaCode ?? "";
  const saved = await saveHousehold(village, {
    ...{ ...act(), version: 0, villageCode, leaving: [] },
    ...{ hamlet: "", rt: "", rw: "", address: "" },
    members: [
      {
        ...{ name, aliases: [], relation: "head", sex: "female" },
        ...{ birthDate: "1960-01-01", nikMissing: "lost" },
      },
    ],
  });
  const { members } = await showHousehold(village, saved);
  return { householdId: saved.householdId, residentId: members[0]?.id ?? "" };
};

/** Put forward by the village, checked by the desk, decided by the village's head: BLT_DD. */
export const decideFor = async (
  by: Record<"village" | "desk" | "kades", ServiceContext>,
  residentId: string,
): Promise<string> => {
  const { enrollmentId } = await nominateResident(by.village, {
    ...{ ...act(), programCode: "BLT_DD", residentId, documentsSeen: ["KTP"] },
    ground: "Lansia tunggal, kehilangan mata pencaharian",
  });
  const on = (version: number) => ({ ...act(), enrollmentId, version, words: "Keadaan sesuai" });
  await settleEnrollment(by.desk, { ...on(0), act: "verify", happenedOn: "2026-11-20" });
  await settleEnrollment(by.kades, { ...on(1), act: "approve" });
  return enrollmentId;
};
