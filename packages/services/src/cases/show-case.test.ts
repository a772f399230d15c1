import type { FurtherReads, PreparedRead } from "@rembuk/db/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ServiceContext } from "../context";
import { act, type Cast, cast, journeyTo } from "../testing/case-journey";
import { createWorld, paringinSelatan, type World } from "../testing/world";
import { referCase } from "./refer-case";
import { showCase } from "./show-case";
import { splitCase } from "./split-case";

let world: World;
let people: Cast;

beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
afterAll(() => world.drop());

/** What one showing of a case asks of the database once the process knows places, rules and days. */
const asked = async (ctx: ServiceContext, caseId: string) => {
  await showCase(ctx, { caseId });
  const statements: string[] = [];
  let transactions = 0;
  const readOn: ServiceContext["reads"]["readOn"] = <Row, Result>(
    context: PreparedRead,
    first: PreparedRead,
    judge: (rows: readonly Row[]) => FurtherReads<Result>,
  ) => {
    transactions += 1;
    statements.push(context.name, first.name);
    return ctx.reads.readOn<Row, Result>(context, first, (rows) => {
      const further = judge(rows);
      statements.push(...further.queries.map(({ name }) => name));
      return further;
    });
  };
  const byPrisma = vi.spyOn(ctx.db, "$transaction");
  try {
    await showCase({ ...ctx, reads: { ...ctx.reads, readOn } }, { caseId });
    return { statements, transactions: transactions + byPrisma.mock.calls.length };
  } finally {
    byPrisma.mockRestore();
  }
};

describe("the page of a case", () => {
  it("is one transaction of three statements, whatever hangs on the case", async () => {
    const { id } = await journeyTo(people, "resolved");
    expect(await asked(people.triage, id)).toEqual({
      statements: ["context_planned_once", "find_case", "case_page"],
      transactions: 1,
    });
  });

  it("opens one person more, logs a confidential reading, and asks for referrals where there are any", async () => {
    const reporter = { name: "Warga (fiktif)", phone: "0860-0000-0101" };
    const { id } = await journeyTo(people, "assigned", { privacy: "SECRET", reporter });
    const cleared = await world.contextFor("triage-officer", paringinSelatan, { clearance: true });
    const page = ["context_planned_once", "find_case", "access_log", "open_person", "case_page"];
    expect(await asked(cleared, id)).toEqual({ statements: page, transactions: 1 });
    const open = await journeyTo(people, "in_progress");
    const referrals = [{ target: "DINKES", asked: "Mohon dicek", limitDays: 3, mandatory: false }];
    await referCase(people.triage, { ...act(open.id, open.version), referrals });
    const referred = ["context_planned_once", "find_case", "case_page", "referral_rows"];
    expect(await asked(people.triage, open.id)).toEqual({ statements: referred, transactions: 1 });
  });

  it("asks once more for what was merged or split, and for nothing else", async () => {
    const { id, version } = await journeyTo(people, "assigned");
    const part = { categoryCode: "CIV-ID", title: "x", description: "x", reason: "x" };
    await splitCase(people.triage, { ...act(id, version), ...part });
    expect((await asked(people.triage, id)).transactions).toBe(2);
  });

  it("asks nothing more where the case may not be known", async () => {
    const { id } = await journeyTo(people, "received");
    const stranger = await world.contextFor("sector-partner", "63.11", { sectorCode: "DINKES" });
    const asked: string[] = [];
    const readOn: ServiceContext["reads"]["readOn"] = (context, first, judge) =>
      stranger.reads.readOn(context, first, (rows) => {
        asked.push("judged");
        const further = judge(rows as never);
        asked.push(...further.queries.map(({ name }) => name));
        return further;
      });
    const ctx = { ...stranger, reads: { ...stranger.reads, readOn } };
    await expect(showCase(ctx, { caseId: id })).rejects.toMatchObject({ code: "CASE_NOT_FOUND" });
    expect(asked).toEqual(["judged"]);
    // The connection of the refusal is as good as new.
    await expect(showCase(people.triage, { caseId: id })).resolves.toMatchObject({ id });
  });
});
