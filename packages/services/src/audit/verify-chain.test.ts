import { randomUUID } from "node:crypto";
import { connect } from "@rembuk/db/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemContext } from "../system-context";
import { createWorld, type World } from "../testing/world";
import { sealBlocks } from "./seal-blocks";
import { merkleRoot } from "./store";
import { verifyChain } from "./verify-chain";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world?.drop());

const system = () =>
  systemContext({ db: world.everything, reads: world.reads, keys: world.keys, demo: true });

const happen = async (count: number) => {
  for (let i = 0; i < count; i += 1) {
    const id = randomUUID();
    await world.everything.$executeRaw`
      INSERT INTO domain_event (id, type, subject, subdistrict_code, actor_id, payload, occurred_at)
      VALUES (${id}::uuid, 'case.closed', ${`case/${id}`}, '63.11.02', ${id}::uuid, ${JSON.stringify({ bySystem: true })}::jsonb, now())`;
    await world.everything.$executeRaw`INSERT INTO event_dispatch (event_id) VALUES (${id}::uuid)`;
  }
};
const read = () => world.everything.$executeRaw`
  INSERT INTO access_log (id, actor_id, subject, act) VALUES (${randomUUID()}::uuid, ${randomUUID()}::uuid, 'case/x', 'read-secret')`;

/** Three blocks: five events and a logged read, four events, three events. */
const threeBlocks = async () => {
  await happen(5);
  await read();
  await sealBlocks(system());
  await happen(4);
  await sealBlocks(system());
  await happen(3);
  const { head } = await sealBlocks(system());
  return head;
};

/** Somebody with the keys of the house: the superuser, whom no grant and no policy stops. */
const tamper = async (...statements: readonly string[]) => {
  const url = new URL(process.env.TEST_ADMIN_DATABASE_URL ?? "");
  url.pathname = new URL(world.urls.workerUrl).pathname;
  const superuser = connect({ url: url.toString(), poolSize: 1, name: "test-admin" });
  try {
    for (const sql of statements) await superuser.$executeRawUnsafe(sql);
  } finally {
    await superuser.$disconnect();
  }
};

const verdict = async (known: Awaited<ReturnType<typeof threeBlocks>> = null) =>
  (await verifyChain(system(), known)).broken;

describe("the audit chain", () => {
  it("is whole when nobody touched it, and seals nothing twice", async () => {
    const head = await threeBlocks();
    expect(await verifyChain(system(), head)).toMatchObject({
      ok: true,
      blocks: 3,
      head,
      unsealed: 0,
    });
    expect((await sealBlocks(system())).made).toBe(0);
  });

  it("seals once when two workers seal at a time", async () => {
    await happen(6);
    const made = await Promise.all([sealBlocks(system()), sealBlocks(system())]);
    expect(made.reduce((sum, m) => sum + m.made, 0)).toBe(1);
    expect((await verifyChain(system())).ok).toBe(true);
  });

  const sealedEvent = "(SELECT event_id FROM event_dispatch WHERE block = 2 ORDER BY seq LIMIT 1)";
  const ways: readonly (readonly [string, number, readonly string[]])[] = [
    [
      "an edited payload",
      2,
      [`UPDATE domain_event SET payload = '{"bySystem":false}' WHERE id = ${sealedEvent}`],
    ],
    [
      "an edited actor",
      2,
      [`UPDATE domain_event SET actor_id = gen_random_uuid() WHERE id = ${sealedEvent}`],
    ],
    [
      "an edited time",
      2,
      [
        `UPDATE domain_event SET occurred_at = occurred_at - interval '1 day' WHERE id = ${sealedEvent}`,
      ],
    ],
    ["a deleted event", 2, [`DELETE FROM domain_event WHERE id = ${sealedEvent}`]],
    [
      "a deleted event with its dispatch",
      2,
      [`DELETE FROM event_dispatch WHERE event_id = ${sealedEvent}`],
    ],
    [
      "two events that changed places",
      2,
      [
        `UPDATE event_dispatch SET seq = -seq WHERE block = 2`,
        `WITH two AS (SELECT event_id, seq, row_number() OVER (ORDER BY seq DESC) AS n FROM event_dispatch WHERE block = 2)
         UPDATE event_dispatch d SET seq = -other.seq FROM two own JOIN two other ON other.n = 5 - own.n WHERE d.event_id = own.event_id`,
      ],
    ],
    [
      "an event moved to another block",
      2,
      [`UPDATE event_dispatch SET block = 3 WHERE event_id = ${sealedEvent}`],
    ],
    [
      "an event slipped in",
      1,
      [
        `INSERT INTO domain_event SELECT gen_random_uuid(), type, subject, subdistrict_code, actor_id, payload, occurred_at, NULL FROM domain_event LIMIT 1`,
        `INSERT INTO event_dispatch (event_id, block) SELECT id, 1 FROM domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)`,
      ],
    ],
    ["an edited read", 1, [`UPDATE access_log SET act = 'link-read'`]],
    ["a deleted read", 1, [`DELETE FROM access_log`]],
    ["a block removed from the middle", 3, [`DELETE FROM audit_block WHERE number = 2`]],
    ["a block edited", 2, [`UPDATE audit_block SET last_seq = last_seq + 1 WHERE number = 2`]],
    [
      "a block sealed anew under a false predecessor",
      2,
      [`UPDATE audit_block SET previous_hash = sha256('x') WHERE number = 2`],
    ],
    ["a cut end whose lines were left", 3, [`DELETE FROM audit_block WHERE number = 3`]],
  ];
  it.each(ways)("shows %s in block %i", async (_way, block, statements) => {
    await threeBlocks();
    await tamper(...statements);
    expect((await verdict())?.block).toBe(block);
  });

  it("shows an end that was cut off with all its lines, against a head kept elsewhere", async () => {
    const head = await threeBlocks();
    await tamper(
      "DELETE FROM domain_event WHERE id IN (SELECT event_id FROM event_dispatch WHERE block = 3)",
      "DELETE FROM event_dispatch WHERE block = 3",
      "DELETE FROM audit_block WHERE number = 3",
    );
    expect(await verdict()).toBeNull();
    expect(await verdict(head)).toEqual({ block: 3, reason: "truncated" });
    await happen(3);
    await sealBlocks(system());
    expect(await verdict(head)).toEqual({ block: 4, reason: "truncated" });
  });

  it("gives neither the worker nor the web the means to change what happened", async () => {
    await threeBlocks();
    for (const client of [world.everything, world.db]) {
      for (const sql of [
        "UPDATE domain_event SET type = 'x'",
        "DELETE FROM domain_event",
        "DELETE FROM audit_block",
        "UPDATE audit_block SET number = 9",
        "UPDATE access_log SET act = 'x'",
      ]) {
        await expect(client.$executeRawUnsafe(sql), sql).rejects.toThrow(/permission denied|42501/);
      }
    }
  });
});

describe("a Merkle root", () => {
  it("depends on every line and on their order", () => {
    const lines = ["a", "b", "c", "d", "e"];
    const root = merkleRoot(lines).toString("hex");
    expect(merkleRoot([...lines]).toString("hex")).toBe(root);
    const others = [
      ["b", "a", "c", "d", "e"],
      ["a", "b", "c", "d"],
      ["a", "b", "c", "d", "e", "e"],
      ["a", "b", "c", "d", "x"],
    ];
    for (const other of others) expect(merkleRoot(other).toString("hex")).not.toBe(root);
  });
});
