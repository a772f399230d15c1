/** What a village and the kecamatan's desk do over HTTP: the shortest proof that all of it works. */
import { randomUUID } from "node:crypto";
import { waitUntil } from "../launch/waiting.mjs";

const PASSWORD = "rembuk-demo-2026";
const VILLAGE = "parsel.murung-abuin";
const DESK = "parsel.triase";

/** A browser without a screen: it keeps cookies. */
const createVisitor = (address) => {
  const jar = new Map();
  const send = async (path, options = {}) => {
    const response = await fetch(new URL(path, address), {
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
      ...options,
      headers: {
        ...options.headers,
        origin: new URL(address).origin,
        cookie: [...jar].map((pair) => pair.join("=")).join("; "),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      jar.set(name, value);
    }
    return response;
  };
  const call = async (path, options) => {
    const response = await send(`/api/trpc/${path}`, options);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text).result.data.json;
  };
  return {
    send,
    ask: (path, input = {}) =>
      call(`${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`),
    act: (path, input) =>
      call(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ json: input }),
      }),
  };
};

const signIn = async (address, login) => {
  const visitor = createVisitor(address);
  const { csrfToken } = await (await visitor.send("/api/auth/csrf")).json();
  await visitor.send("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, login, password: PASSWORD, json: "true" }),
  });
  await visitor.ask("session.me");
  return visitor;
};

/** Village and desk, signed in. */
export const openOffice = async (address) => ({
  village: await signIn(address, VILLAGE),
  desk: await signIn(address, DESK),
});

const stubbornly = async (work, limitMs) => {
  const end = performance.now() + limitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
};

/**
 * The village opens a case, repeating the same act until it is answered; then the desk is told of it
 * in the application, which takes web, database, outbox, queue and worker.
 * @returns {Promise<{id: string, milliseconds: number}>}
 * @throws when either does not happen in time
 */
export const reportAndBeTold = async ({ village, desk }, limitMs = 45_000) => {
  const began = performance.now();
  const { places } = await stubbornly(() => village.ask("session.me"), limitMs);
  const act = {
    clientActionId: randomUUID(),
    villageCode: places[0].areaCode,
    categoryCode: "VIL-FIN",
    title: "Laporan keuangan belum lengkap",
    description: "Laporan keuangan desa belum lengkap. Mohon bantuan kecamatan.",
    channel: "village",
    reporter: { name: "Rusmiati Contoh (fiktif)", phone: "0860-0000-0114" },
  };
  const { id } = await stubbornly(() => village.act("cases.open", act), limitMs);
  const isTold = async () => {
    const { items } = await desk.ask("notifications.mine").catch(() => ({ items: [] }));
    return items.filter((notice) => notice.subject === `case/${id}`).length;
  };
  const told = await waitUntil(isTold, { timeoutMs: limitMs, everyMs: 250 });
  if (told !== 1) throw new Error(`the desk has ${told ?? 0} notices of ${id}`);
  return { id, milliseconds: performance.now() - began };
};

/** Whether the desk still sees the case. */
export const seesCase = async ({ desk }, caseId) =>
  desk.ask("cases.show", { caseId }).then(
    () => true,
    () => false,
  );
