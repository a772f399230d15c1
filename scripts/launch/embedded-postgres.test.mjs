import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ADMIN_ROLE } from "./cluster-directory.mjs";
import { withConnection } from "./database-connection.mjs";
import { startCluster, stopCluster } from "./embedded-postgres.mjs";
import { stateDirectory } from "./state-directory.mjs";

const directory = join(stateDirectory(), "test-runs", `cluster-${process.pid}`);
const wanted = { directory, preferredPort: 54_629 };

const query = async (cluster, sql) =>
  withConnection(
    cluster.url(ADMIN_ROLE, "postgres"),
    async (client) => (await client.query(sql)).rows,
  );

const postmasterPid = () =>
  Number(readFileSync(join(directory, "data/postmaster.pid"), "utf8").split("\n")[0]);

beforeAll(() => mkdirSync(directory, { recursive: true, mode: 0o711 }));
afterAll(async () => {
  await stopCluster(directory);
  rmSync(directory, { recursive: true, force: true });
});

test("keeps acknowledged rows when the server is killed, and starts again", async () => {
  const cluster = await startCluster(wanted);
  await query(cluster, "create table kept (n int)");
  await query(cluster, "insert into kept values (1)");
  process.kill(postmasterPid(), "SIGKILL");
  const again = await startCluster(wanted);
  expect(again.alreadyRan).toBe(false);
  expect(await query(again, "select n from kept")).toEqual([{ n: 1 }]);
});

test("finds its own server running", async () => {
  const cluster = await startCluster(wanted);
  expect(cluster.alreadyRan).toBe(true);
});

test("leaves a port to the stranger who took it meanwhile", async () => {
  const { port } = await startCluster(wanted);
  expect(await stopCluster(directory)).toBe(true);
  const stranger = net.createServer((socket) => socket.destroy());
  await new Promise((ready) => stranger.listen(port, "127.0.0.1", ready));
  const moved = await startCluster(wanted);
  expect(moved.port).not.toBe(port);
  await new Promise((done) => stranger.close(done));
});

test("does not take another cluster for its own, and does not stop it", async () => {
  const cluster = await startCluster(wanted);
  const other = join(directory, "impostor");
  mkdirSync(join(other, "data"), { recursive: true });
  writeFileSync(join(other, "data/postmaster.pid"), `${postmasterPid()}\n\n\n${cluster.port}\n`);
  writeFileSync(
    join(other, "cluster.json"),
    JSON.stringify({
      passwords: { [ADMIN_ROLE]: cluster.password(ADMIN_ROLE) },
      port: cluster.port,
    }),
  );
  expect(await stopCluster(other)).toBe(false);
  expect(await query(cluster, "select 1 as alive")).toEqual([{ alive: 1 }]);
});
