import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until, type WorkerFixture, workerFixture } from "../testing/worker-fixture";

let f: WorkerFixture;
beforeAll(async () => {
  f = await workerFixture();
});
afterAll(() => f?.drop());

const told = async (caseId: string, type: string) => {
  const { rows } = await f.pool.query<{
    username: string;
    channel: string;
    params: object;
    times: number;
  }>(
    `SELECT u.username, n.channel, n.params, count(*)::int AS times FROM notification n
     JOIN "user" u ON u.id = n.recipient_id
     WHERE n.subject = 'case/' || $1 AND n.kind = $2 GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    [caseId, type],
  );
  return rows;
};

const settled = () =>
  until(
    "every event dispatched, every job done",
    async () =>
      (await f.count(
        "domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)",
      )) === 0 &&
      (await f.count("event_job WHERE done_at IS NULL")) === 0 &&
      (await f.count("notification WHERE delivery IN ('pending', 'sending')")) === 0,
  );

describe("the outbox", () => {
  it("tells the desk and the responsible of a new case, each once, and nobody else", async () => {
    const worker = await f.start();
    try {
      const id = await f.open("village");
      await settled();
      expect(
        (await told(id, "case.opened")).map((t) => `${t.username} ${t.channel} ${t.times}`),
      ).toEqual(["uji.kasi in-app 1", "uji.triage email 1", "uji.triage in-app 1"]);
      expect(await f.count("mailbox_message")).toBe(1);
    } finally {
      await worker.stop();
    }
  });

  it("tells each person once when the worker dies between adding the jobs and marking the event", async () => {
    let crashes = 0;
    const dying = await f.start({
      beforeMark: async () => {
        crashes += 1;
        // Longer than the jobs take, so that they have run when the mark is lost.
        await new Promise((resolve) => setTimeout(resolve, 700));
        throw new Error("killed");
      },
    });
    const id = await f.open("village");
    await until("two crashes", async () => crashes >= 2);
    await dying.stop();
    expect(
      await f.count(
        "event_dispatch d JOIN domain_event e ON e.id = d.event_id WHERE e.subject = 'case/' || $1",
        [id],
      ),
    ).toBe(0);
    const next = await f.start();
    try {
      await settled();
      expect((await told(id, "case.opened")).map((t) => t.times)).toEqual([1, 1, 1]);
    } finally {
      await next.stop();
    }
  });

  it("rebuilds every undone job after the queue was emptied", async () => {
    let isOpen = false;
    const { notifyJob } = await import("../jobs/cases/notify-job");
    const { registeredJobs } = await import("../jobs/registry");
    const held = (name: "notify-desk" | "notify-responsible") => {
      const real = notifyJob(name, name === "notify-desk" ? "desk" : "responsible");
      return {
        ...real,
        run: async (...args: Parameters<typeof real.run>) => {
          if (!isOpen) throw new Error("not yet");
          await real.run(...args);
        },
        backoffMs: 60_000,
      };
    };
    const jobs = registeredJobs.map((j) =>
      j.name === "notify-desk" || j.name === "notify-responsible" ? held(j.name) : j,
    );
    const worker = await f.start({ jobs });
    try {
      const id = await f.open("village", { title: "Antrean dikosongkan" });
      await until(
        "dispatched",
        async () => (await f.count("event_job WHERE done_at IS NULL")) === 2,
      );
      await f.emptyQueue();
      isOpen = true;
      await settled();
      expect((await told(id, "case.opened")).map((t) => t.times)).toEqual([1, 1, 1]);
    } finally {
      await worker.stop();
    }
  });

  it("keeps a supervisory case with the inspectorate and says of a secret one its number alone", async () => {
    const worker = await f.start();
    try {
      const supervisory = await f.open("triage", { categoryCode: "SUP-FRAUD" });
      const secret = await f.open("village", { categoryCode: "EDU-DROP" });
      await settled();
      expect((await told(supervisory, "case.opened")).map((t) => t.username)).toEqual([
        "uji.inspectorate",
      ]);
      const [desk] = await told(secret, "case.opened");
      expect(Object.keys(desk?.params ?? {})).toEqual(["number"]);
    } finally {
      await worker.stop();
    }
  });

  it("finds an event that was committed late, behind newer ones", async () => {
    const worker = await f.start();
    const late = await f.pool.connect();
    try {
      const event =
        "INSERT INTO domain_event (id, type, subject, actor_id, payload, occurred_at) VALUES ($1, 'case.receipt-renewed', 'case/00000000-0000-7000-8000-0000000000aa', '00000000-0000-7000-8000-000000000001', '{}', now())";
      const { uuidv7 } = await import("uuidv7");
      const id = uuidv7();
      await late.query("BEGIN");
      await late.query(event, [id]);
      await f.open("village");
      await settled();
      await late.query("COMMIT");
      await until(
        "the late one too",
        async () => (await f.count("event_dispatch WHERE event_id = $1", [id])) === 1,
        3_000,
      );
    } finally {
      late.release();
      await worker.stop();
    }
  });
});
