import { randomUUID } from "node:crypto";
import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import { acceptAssignment } from "../cases/accept-assignment";
import { openCase } from "../cases/open-case";
import { resolveCase } from "../cases/resolve-case";
import { routeCase } from "../cases/route-case";
import { triageCase } from "../cases/triage-case";
import type { ServiceContext } from "../context";
import { murungAbuin, paringinSelatan, type World } from "./world";

export const openCommand = (change: Partial<OpenCaseCommand> = {}): OpenCaseCommand => ({
  clientActionId: randomUUID(),
  villageCode: murungAbuin,
  categoryCode: "VIL-LPM",
  title: "LPM belum berjalan",
  description: "Pengurus belum ditetapkan sejak awal tahun.",
  channel: "desk",
  ...change,
});

export const answer = {
  outcome: "handled",
  response: "Sudah ditanggapi",
  solution: "Pengurus ditetapkan",
  followUp: "Bimbingan bulan depan",
} as const;

/** What a change needs to name: a new act, the case, the version that was seen. */
export const act = (caseId: string, version: number) => ({
  clientActionId: randomUUID(),
  caseId,
  version,
});

/** Everybody of an ordinary case in Paringin Selatan that DPMD works on. */
export const cast = async (world: World) => {
  const [triage, village, head, sector] = await Promise.all([
    world.contextFor("triage-officer", paringinSelatan),
    world.contextFor("village-officer", murungAbuin),
    world.contextFor("subdistrict-head", paringinSelatan),
    world.contextFor("sector-partner", "63.11", { sectorCode: "DPMD" }),
  ]);
  return { triage, village, head, sector };
};
export type Cast = Awaited<ReturnType<typeof cast>>;

export type Stop = "received" | "triaged" | "assigned" | "in_progress" | "resolved";

/** Takes an ordinary case as far as wanted, by the people whose part it is. */
export const journeyTo = async (
  people: Cast,
  stop: Stop,
  change: Partial<OpenCaseCommand> = {},
  by: ServiceContext = people.triage,
): Promise<{ id: string; version: number }> => {
  const { id } = await openCase(by, openCommand(change));
  const steps = [
    () => triageCase(people.triage, act(id, 0)),
    () => routeCase(people.triage, { ...act(id, 1), target: "DPMD", instruction: "Mohon dibina" }),
    () => acceptAssignment(people.sector, act(id, 2)),
    () => resolveCase(people.sector, { ...act(id, 3), ...answer }),
  ];
  const length = ["received", "triaged", "assigned", "in_progress", "resolved"].indexOf(stop);
  let version = 0;
  for (const step of steps.slice(0, length)) version = (await step()).version;
  return { id, version };
};
