import { randomUUID } from "node:crypto";
import type { SaveViewCommand } from "@rembuk/domain/cases/saved-views";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import {
  createWorld,
  halong,
  lingsir,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { deleteView } from "./delete-view";
import { saveView } from "./save-view";
import { setStartView } from "./set-start-view";
import { findViewAddress, listViews } from "./view-queries";

let world: World;
let desk: ServiceContext;
let colleague: ServiceContext;
let stranger: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  desk = await world.contextFor("triage-officer", paringinSelatan);
  colleague = await world.contextFor("section-head", paringinSelatan, { sectorCode: "KASI_PMD" });
  stranger = await world.contextFor("triage-officer", halong);
}, 60_000);
afterAll(() => world.drop());

const command = (over: Partial<SaveViewCommand> = {}): SaveViewCommand => ({
  clientActionId: randomUUID(),
  change: null,
  name: "Rabu: rapat desa",
  officeKey: null,
  address: { tampilan: "lewat", desa: murungAbuin },
  ...over,
});
const namesOf = async (ctx: ServiceContext) => (await listViews(ctx)).saved.map(({ name }) => name);

describe("saved views", () => {
  it("of one person are seen by nobody else", async () => {
    await saveView(desk, command({ name: "Punya saya" }));
    expect(await namesOf(desk)).toContain("Punya saya");
    expect(await namesOf(colleague)).not.toContain("Punya saya");
    expect(await namesOf(stranger)).not.toContain("Punya saya");
  });

  it("of an office are seen by all of it, and by no other kecamatan, village or sector", async () => {
    const { viewId } = await saveView(
      desk,
      command({ name: "Kantor", officeKey: paringinSelatan }),
    );
    expect(await namesOf(colleague)).toContain("Kantor");
    const others: ServiceContext[] = [
      stranger,
      await world.contextFor("village-officer", lingsir),
      await world.contextFor("sector-partner", "63.11", { sectorCode: "DPMD" }),
      await world.contextFor("auditor", "63.11"),
    ];
    for (const other of others) {
      expect(await namesOf(other)).not.toContain("Kantor");
      const again = command({ change: { viewId, version: 1 }, name: "Diambil" });
      await expect(saveView(other, again)).rejects.toMatchObject({ code: "VIEW_NOT_FOUND" });
      const ref = { clientActionId: randomUUID(), viewId, version: 1 };
      await expect(deleteView(other, ref)).rejects.toMatchObject({ code: "VIEW_NOT_FOUND" });
      expect(await findViewAddress(other, viewId)).toBeNull();
      const start = { clientActionId: randomUUID(), viewKey: viewId };
      await expect(setStartView(other, start)).rejects.toMatchObject({ code: "VIEW_NOT_FOUND" });
    }
    await expect(saveView(stranger, command({ officeKey: paringinSelatan }))).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
  });

  it("of an office are not written over by who did not see the last change", async () => {
    const officeKey = paringinSelatan;
    const { viewId } = await saveView(desk, command({ name: "Berdua", officeKey }));
    const change = { viewId, version: 1 };
    await saveView(colleague, command({ change, officeKey, name: "Berdua, diubah" }));
    const mine = command({ change, officeKey, name: "Berdua, punya saya" });
    await expect(saveView(desk, mine)).rejects.toMatchObject({
      kind: "conflict",
      code: "VIEW_CHANGED_MEANWHILE",
      details: { version: 2 },
    });
    const ref = { clientActionId: randomUUID(), viewId, version: 1 };
    await expect(deleteView(desk, ref)).rejects.toMatchObject({ code: "VIEW_CHANGED_MEANWHILE" });
    // The way on: over what was seen meanwhile.
    const over = { ...mine, clientActionId: randomUUID(), change: { viewId, version: 2 } };
    expect(await saveView(desk, over)).toEqual({ viewId, version: 3 });
    // Taking it back is the owner's.
    const seized = command({ change: { viewId, version: 3 }, officeKey: null });
    await expect(saveView(colleague, seized)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await deleteView(desk, { clientActionId: randomUUID(), viewId, version: 3 });
    expect(await namesOf(colleague)).not.toContain("Berdua, punya saya");
  });

  it("are saved once for one act, and told of without their names", async () => {
    const one = command({ name: "Sekali", officeKey: paringinSelatan });
    const first = await saveView(desk, one);
    expect(await saveView(desk, one)).toEqual(first);
    expect((await namesOf(desk)).filter((name) => name === "Sekali")).toHaveLength(1);
    const events = await world.everything.domainEvent.findMany({
      where: { type: "view.saved", subject: `rule/${first.viewId}` },
    });
    expect(events.map(({ payload }) => payload)).toEqual([
      { viewId: first.viewId, version: 1, areaCode: paringinSelatan },
    ]);
  });

  it("begin the queue of who chose so, as long as they are there", async () => {
    const { viewId } = await saveView(desk, command({ name: "Awal" }));
    await setStartView(desk, { clientActionId: randomUUID(), viewKey: viewId });
    expect(await findViewAddress(desk)).toEqual({ key: viewId, address: command().address });
    await deleteView(desk, { clientActionId: randomUUID(), viewId, version: 1 });
    expect(await findViewAddress(desk)).toBeNull();
    await setStartView(desk, { clientActionId: randomUUID(), viewKey: "role-unowned" });
    expect((await findViewAddress(desk))?.address).toEqual({ pemegang: "unowned" });
    const foreign = { clientActionId: randomUUID(), viewKey: "role-late-by-sector" };
    await expect(setStartView(desk, foreign)).rejects.toMatchObject({ code: "VIEW_NOT_FOUND" });
  });

  it("come with a role where nobody saved any", async () => {
    const camat = await world.contextFor("subdistrict-head", halong);
    const { ofRole, saved, offices } = await listViews(camat);
    expect(saved).toEqual([]);
    expect(ofRole.map(({ key }) => key)).toContain("role-escalated");
    expect(offices).toEqual([{ key: halong, name: expect.stringContaining("Halong") }]);
  });
});
