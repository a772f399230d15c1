import { randomBytes } from "node:crypto";
import { connect, connectReads, type Database, type ReadPool } from "@rembuk/db/client";
import { freshDatabase } from "@rembuk/db/testing/fresh-database";
import type { Actor, Assignment } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import { uuidv7 } from "uuidv7";
import type { ServiceContext } from "../context";
import { type FieldKeys, fieldKeysSchema } from "../kernel/field-keys";

/** The three kecamatan of the seeds, and a village of each. */
export const paringinSelatan = "63.11.07";
export const halong = "63.11.02";
export const paron = "35.21.10";
export const murungAbuin = "63.11.07.2009";
export const lingsir = "63.11.07.2015";
export const liyu = "63.11.02.2014";
export const semen = "35.21.10.2001";

/** A moment on the wall of an office in WITA. */
export const at = (text: string): Date => new Date(`${text.replace(" ", "T")}:00+08:00`);

const offices = [
  { subdistrictCode: paringinSelatan, letters: "PRS", name: "Kecamatan Paringin Selatan" },
  { subdistrictCode: halong, letters: "HLG", name: "Kecamatan Halong" },
  { subdistrictCode: paron, letters: "PRN", name: "Kecamatan Paron" },
];
const focalSections = [
  "KASI_PEMERINTAHAN",
  "KASI_PMD",
  "KASI_KESSOS",
  "KASI_TRANTIB",
  "KASI_PELAYANAN",
];

export const testKeys = (): FieldKeys => {
  const key = () => randomBytes(32).toString("base64");
  return fieldKeysSchema.parse({
    encryption: { current: "k1", keys: { k1: key() } },
    blindIndex: key(),
    links: key(),
  });
};

type Seat = Partial<Pick<Assignment, "sectorCode" | "clearance" | "organizationId">>;

/** A small world on a database of its own: offices, the Kasi of each, and anybody a test asks for. */
export interface World {
  /** As the web has it: role rembuk_app, row-level security on. */
  readonly db: Database;
  /** As the worker has it: every tenant. For arranging and for looking at the whole. */
  readonly everything: Database;
  readonly reads: ReadPool;
  readonly keys: FieldKeys;
  readonly urls: { readonly appUrl: string; readonly workerUrl: string };
  /** What time it is in this world. */
  readonly clock: { now: Date };
  /** The context of the person in this role at this place: the same person each time. */
  contextFor(role: Role, areaCode: string, seat?: Seat): Promise<ServiceContext>;
  /** A context for any actor, known to the database or not. */
  contextOf(actor: Actor): ServiceContext;
  drop(): Promise<void>;
}

const createSeat = async (
  everything: Database,
  role: Role,
  areaCode: string,
  seat: Seat,
): Promise<Actor> => {
  const userId = uuidv7();
  const sectorCode = seat.sectorCode ?? null;
  const clearance = seat.clearance ?? false;
  const organizationId = seat.organizationId ?? null;
  const name = `${role} ${sectorCode ?? ""} ${areaCode}`;
  await everything.user.create({
    data: {
      id: userId,
      username: `u${userId.slice(-12)}${userId.slice(9, 13)}`,
      displayName: name,
    },
    select: { id: true },
  });
  const id = uuidv7();
  const startsOn = new Date("2020-01-01");
  await everything.assignment.create({
    data: { id, userId, role, areaCode, sectorCode, organizationId, clearance, startsOn },
    select: { id: true },
  });
  return {
    userId,
    name,
    assignments: [{ id, role, areaCode, sectorCode, clearance, organizationId }],
  };
};

export const createWorld = async (): Promise<World> => {
  const fresh = await freshDatabase();
  // A crowd of callers on a machine that does much else: no test here is about who waits too long.
  const patienceMs = 20_000;
  const db = connect({ url: fresh.appUrl, poolSize: 10, name: "test", patienceMs });
  const everything = connect({
    url: fresh.workerUrl,
    poolSize: 3,
    name: "test-worker",
    patienceMs,
  });
  const reads = connectReads({ url: fresh.appUrl, poolSize: 4, name: "test-reads", patienceMs });
  const keys = testKeys();
  const clock = { now: at("2026-11-23 09:00") };
  const seats = new Map<string, Promise<Actor>>();
  const contextOf = (actor: Actor): ServiceContext => {
    return { db, reads, actor, now: () => clock.now, newId: uuidv7, keys, demo: true };
  };
  const contextFor = async (role: Role, areaCode: string, seat: Seat = {}) => {
    const { sectorCode = null, clearance = false, organizationId = null } = seat;
    const key = JSON.stringify([role, areaCode, sectorCode, clearance, organizationId]);
    const known = seats.get(key) ?? createSeat(everything, role, areaCode, seat);
    seats.set(key, known);
    return contextOf(await known);
  };
  const paper = {
    deskName: "Meja",
    address: "Jl. Contoh",
    phone: "-",
    openingHours: "08.00-16.30",
  };
  for (const office of offices) {
    await everything.office.create({ data: { ...office, ...paper }, select: { letters: true } });
    for (const sectorCode of focalSections) {
      await contextFor("section-head", office.subdistrictCode, { sectorCode });
    }
  }
  const urls = { appUrl: fresh.appUrl, workerUrl: fresh.workerUrl };
  const drop = async () => {
    await Promise.all([db.$disconnect(), everything.$disconnect(), reads.end()]);
    await fresh.drop();
  };
  return { db, everything, reads, keys, urls, clock, contextFor, contextOf, drop };
};
