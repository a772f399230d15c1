import { expect, test } from "vitest";
import { restartAllowance, supervise } from "./supervision.mjs";

test("three restarts within five minutes, and more as time goes by", () => {
  let minute = 0;
  const isAllowed = restartAllowance({ limit: 3, withinMs: 5, now: () => minute });
  expect([isAllowed(), isAllowed(), isAllowed(), isAllowed()]).toEqual([true, true, true, false]);
  minute = 5;
  expect(isAllowed()).toBe(true);
});

const shutdownDouble = () => {
  const shutdown = { begun: false, works: [], first: (work) => shutdown.works.push(work) };
  shutdown.ended = new Promise((resolve) => {
    shutdown.end = async (code, why) => {
      shutdown.begun = true;
      resolve({ code, why });
    };
  });
  return shutdown;
};

const server = (changes) => ({ name: "Server", logFile: "its.log", tell: () => {}, ...changes });

test("a server that dies again and again is given up, with a word", async () => {
  const shutdown = shutdownDouble();
  let restarts = 0;
  const restart = async () => {
    restarts += 1;
  };
  supervise(shutdown, server({ ended: async () => "signal SIGKILL", restart }));
  const { code, why } = await shutdown.ended;
  expect({ code, restarts }).toEqual({ code: 1, restarts: 3 });
  expect(why).toMatch(/Server ended 4 times within 5 minutes \(signal SIGKILL\).*its\.log/);
});

test("a server that does not come up again stops everything", async () => {
  const shutdown = shutdownDouble();
  const restart = () => Promise.reject(new Error("the port is taken"));
  supervise(shutdown, server({ ended: async () => "code 1", restart }));
  expect(await shutdown.ended).toEqual({ code: 1, why: "stopping: the port is taken" });
});

test("what everybody stops is not started again", async () => {
  const shutdown = shutdownDouble();
  let restarts = 0;
  const ended = async () => {
    shutdown.begun = true;
    return "code 0";
  };
  const restart = async () => {
    restarts += 1;
  };
  supervise(shutdown, server({ ended, restart }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all(shutdown.works.map((work) => work()));
  expect(restarts).toBe(0);
});
