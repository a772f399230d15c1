import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePort, isPortFree } from "./ports.mjs";

const servers = [];

const occupy = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    servers.push(server);
    server.once("error", reject);
    server.listen(port, host, () => resolve(server.address().port));
  });

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
});

test("passes over a port that somebody holds", async () => {
  const taken = await occupy(0, "127.0.0.1");
  expect(await isPortFree(taken)).toBe(false);
  expect(await freePort(taken)).toBeGreaterThan(taken);
});

test("sees a server that listens on every address", async () => {
  const taken = await occupy(0, "0.0.0.0");
  expect(await isPortFree(taken)).toBe(false);
});

test("passes over a port promised to a sibling", async () => {
  const port = await freePort(42_000);
  expect(await freePort(port, { avoid: [port] })).toBeGreaterThan(port);
});
