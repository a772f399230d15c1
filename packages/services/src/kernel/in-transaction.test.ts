import { randomUUID } from "node:crypto";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { createWorld, halong, type World } from "../testing/world";
import { once } from "./in-transaction";
import { recordEvents } from "./record-events";

let world: World;
let camat: ServiceContext;

beforeAll(async () => {
  world = await createWorld();
  camat = await world.contextFor("subdistrict-head", halong);
});
afterAll(() => world.drop());

const changedMeanwhile = () => new DomainError("conflict", "TRIP_CHANGED_MEANWHILE");

describe("an act that meets its own twin", () => {
  const act = (word: string) => ({ clientActionId: randomUUID(), word });
  const done = (command: ReturnType<typeof act>) =>
    once(camat, command, async (tx) => {
      const result = { said: command.word };
      await recordEvents(tx, camat, [], command, result);
      return result;
    });

  it("gets the twin's answer when the twin was done between its look and its work", async () => {
    const command = act("setuju");
    const late = once(camat, command, async () => {
      await done(command);
      throw changedMeanwhile();
    });
    await expect(late).resolves.toEqual({ said: "setuju" });
  });

  it("is told of another body under the same id, and not given its answer", async () => {
    const command = act("setuju");
    const other = { ...command, word: "tolak" };
    const late = once(camat, other, async () => {
      await done(command);
      throw changedMeanwhile();
    });
    await expect(late).rejects.toMatchObject({ code: "CLIENT_ACTION_REUSED" });
  });

  it("is refused as it was when there is no twin, and asked for its right before an answer", async () => {
    await expect(
      once(camat, act("setuju"), () => Promise.reject(changedMeanwhile())),
    ).rejects.toMatchObject({ code: "TRIP_CHANGED_MEANWHILE" });
    const command = act("setuju");
    await done(command);
    const authorise = () => Promise.reject(new DomainError("forbidden", "FORBIDDEN"));
    await expect(
      once(camat, command, () => Promise.reject(changedMeanwhile()), { authorise }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
