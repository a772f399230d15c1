/** What a request costs: time by percentiles, CPU of the processes behind it, memory. */
import { readdirSync, readFileSync } from "node:fs";

const TICK_MS = 10;

const statOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
  } catch {
    return undefined; // it ended meanwhile
  }
};

/** A process and everything it started. */
const familyOf = (root) => {
  const parents = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (stat) parents.set(pid, stat[1]);
  }
  const belongs = (pid) =>
    pid === String(root) ||
    (parents.has(pid) && parents.get(pid) !== "0" && belongs(parents.get(pid)));
  return [...parents.keys()].filter(belongs);
};

/** CPU time of a process, of what it started and of what of that has ended (ms). */
const cpuOf = (root) =>
  familyOf(root).reduce((sum, pid) => {
    const [user, system, endedUser, endedSystem] = (statOf(pid) ?? []).slice(11, 15).map(Number);
    return sum + ((user + system + endedUser + endedSystem) * TICK_MS || 0);
  }, 0);

/** Memory of a process and what it started, shared pages by their part (MB, PSS). */
export const memoryOf = (root) =>
  familyOf(root).reduce((sum, pid) => {
    try {
      const [, kb] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
      return sum + Number(kb ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);

export const percentile = (times, p) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
};

const median = (numbers) => percentile(numbers, 0.5);
const medianOf = (rounds) =>
  Object.fromEntries(
    Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]),
  );

/**
 * Requests from some callers for some seconds, and the CPU of the processes behind them.
 * @param {() => Promise<Response>} request @param {{callers: number, seconds: number,
 *   processes: {app?: number, database?: number}}} how `processes`: by id
 * @returns {Promise<{perSecond: number, p50: number, p95: number, p99: number, cpuApp: number,
 *   cpuDatabase: number}>} times and CPU in ms, CPU for one request
 * @throws at the first answer that is no success
 */
const load = async (request, { callers, seconds, processes }) => {
  const pids = [processes.app, processes.database];
  const before = pids.map((pid) => (pid ? cpuOf(pid) : 0));
  const times = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const call = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      const answer = await request();
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text.slice(0, 400)}`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  const spent = (performance.now() - begun) / 1000;
  const [cpuApp, cpuDatabase] = pids.map((pid, i) =>
    pid ? (cpuOf(pid) - before[i]) / times.length : 0,
  );
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((p) => percentile(times, p));
  return { perSecond: times.length / spent, p50, p95, p99, cpuApp, cpuDatabase };
};

/**
 * Ours and the floor in turn, so that what else the machine does meets both; medians of the rounds.
 * @param {Record<string, {request: () => Promise<Response>, processes: object}>} sides
 */
export const interleaved = async (sides, { callers, seconds, rounds }) => {
  const found = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, { request, processes }] of Object.entries(sides)) {
      const one = await load(request, { callers, seconds, processes });
      // The first round warms up.
      if (round >= 0) found[name].push(one);
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, all]) => [name, medianOf(all)]));
};
