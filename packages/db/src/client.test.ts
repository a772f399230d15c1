import net from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, connectReads, type Database, type ReadPool } from "./client";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database";

let database: FreshDatabase;
let line: Line;
let reads: ReadPool;
let db: Database;

/** A line to the server that can be cut as a power cut does: no farewell from the other side. */
interface Line {
  readonly url: string;
  cut(): void;
  /** The server of the next connection dies with the breath in which it says "ready". */
  dieWhenReady(): void;
  close(): Promise<void>;
}

const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]); // ReadyForQuery, idle
/** ErrorResponse, as a server process whose postmaster is gone says it to whoever is connected. */
const farewell = (() => {
  const fields = [
    "SFATAL",
    "VFATAL",
    "C57P01",
    "Mterminating connection due to unexpected postmaster exit",
  ];
  const body = Buffer.from(`${fields.join("\0")}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from("E"), length, body]);
})();

const openLine = async (serverUrl: string): Promise<Line> => {
  const server = new URL(serverUrl);
  const sockets = new Set<net.Socket>();
  let isDying = false;
  const proxy = net.createServer((near) => {
    const far = net.connect(Number(server.port), server.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    }
    near.pipe(far);
    const dies = isDying;
    isDying = false;
    far.on("data", (part: Buffer) => {
      if (!dies || !part.includes(ready)) {
        near.write(part);
        return;
      }
      far.destroy();
      near.end(Buffer.concat([part, farewell]));
    });
    far.on("close", () => near.end());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  url.port = String((proxy.address() as net.AddressInfo).port);
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const close = async () => {
    cut();
    await new Promise((resolve) => proxy.close(resolve));
  };
  const dieWhenReady = () => {
    isDying = true;
  };
  return { url: url.href, cut, dieWhenReady, close };
};

beforeAll(async () => {
  database = await freshDatabase();
  line = await openLine(database.ownerUrl);
  reads = connectReads({ url: line.url, name: "test" });
  db = connect({ url: line.url, name: "test" });
});
afterAll(async () => {
  await Promise.all([reads.end(), db.$disconnect()]);
  await line.close();
  await database.drop();
});

const context = { name: "nobody", text: "SELECT $1::text", values: ["nobody"] };
const sleep = (seconds: number) =>
  reads.read<{ n: number }>(context, {
    name: "sleep",
    text: "SELECT 1 AS n FROM pg_sleep($1)",
    values: [seconds],
  });

const inTransaction = (seconds: number) =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1`;
    return tx.$queryRaw<{ n: number }[]>`SELECT 1 AS n FROM pg_sleep(${seconds})`;
  });
const alone = (seconds: number) =>
  db.$queryRaw<{ n: number }[]>`SELECT 1 AS n FROM pg_sleep(${seconds})`;

// An error that nobody catches fails the whole run here; it ended web and worker once.
it.each([
  { what: "a read", work: sleep },
  { what: "a transaction", work: inTransaction },
  { what: "a statement", work: alone },
])("a line that is cut in the middle of $what fails that one alone", async ({ work }) => {
  expect(await work(0)).toEqual([{ n: 1 }]);
  const cutOnes = Promise.allSettled([work(3), work(3), work(3)]);
  setTimeout(line.cut, 300);
  expect((await cutOnes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(await work(0)).toEqual([{ n: 1 }]);
});

it.each([
  { what: "a read", work: sleep },
  { what: "a transaction", work: inTransaction },
  { what: "a statement", work: alone },
])("a server that dies as it greets fails $what alone", async ({ work }) => {
  line.cut(); // no connection is left that could be taken instead
  await expect
    .poll(() =>
      work(0).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  line.dieWhenReady();
  const [one, other] = [work(0.3), work(0.3)]; // one connection is there, the second is opened
  const how = (await Promise.allSettled([one, other])).map(({ status }) => status);
  expect(how.sort()).toEqual(["fulfilled", "rejected"]);
  expect(await work(0)).toEqual([{ n: 1 }]);
});

it("what is refused or fails between two round trips keeps nothing, and the next one works", async () => {
  await reads.ask({ name: "make", text: "CREATE TABLE judged (n int)", values: [] });
  const insert = { name: "insert", text: "INSERT INTO judged VALUES ($1)", values: [1] };
  const refused = reads.readOn(context, insert, () => {
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  const broken = { name: "broken", text: "SELECT 1 / $1::int", values: [0] };
  const failing = reads.readOn(context, insert, () => ({ queries: [broken], answer: () => 1 }));
  await expect(failing).rejects.toThrow("division by zero");
  const count = { name: "count", text: "SELECT count(*)::int AS n FROM judged", values: [] };
  const found = await reads.readOn(context, count, (rows) => ({
    queries: [insert, count],
    answer: ([, counted]) => [rows, counted],
  }));
  expect(found).toEqual([[{ n: 0 }], [{ n: 1 }]]);
});
