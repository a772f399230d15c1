import { randomUUID } from "node:crypto";
import type { SaveOrganizationCommand } from "@rembuk/domain/staff/organization-commands";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { setContext } from "../kernel/database-context";
import { openPartner } from "../testing/partners";
import { createWorld, halong, paringinSelatan, type World } from "../testing/world";
import { assignRole } from "./assign-role";
import { closeOrganization } from "./close-organization";
import { inviteUser } from "./invite-user";
import { listOrganizations } from "./organization-queries";
import { openPartnerFence } from "./organization-store";
import { saveOrganization } from "./save-organization";
import { listUsers } from "./user-queries";

let world: World;
let admin: ServiceContext;
let system: ServiceContext;
let desk: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  system = await world.contextFor("administrator", "");
  desk = await world.contextFor("triage-officer", paringinSelatan);
});
afterAll(() => world.drop());

const command = (change: Partial<SaveOrganizationCommand> = {}): SaveOrganizationCommand => ({
  clientActionId: randomUUID(),
  version: 0,
  areaCode: paringinSelatan,
  kind: "ngo",
  name: `Yayasan ${randomUUID().slice(0, 8)}`,
  agreementNumber: "MoU/1/2026",
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  contacts: [{ name: "Kenari Kuning", position: "Ketua", phone: "0860-0000-0101" }],
  ...change,
});
const find = async (ctx: ServiceContext, id: string, areaCode = paringinSelatan) =>
  (await listOrganizations(ctx, { areaCode })).items.find((one) => one.id === id);

describe("partner organisations of a kecamatan", () => {
  it("are added, changed and closed by its administrator, once for each act", async () => {
    const added = command();
    const { organizationId } = await saveOrganization(admin, added);
    expect(await saveOrganization(admin, added)).toEqual({ organizationId, version: 0 });
    const changed = await saveOrganization(
      admin,
      command({ organizationId, name: "Yayasan Baru", contacts: [] }),
    );
    expect(await find(admin, organizationId)).toMatchObject({
      ...{ name: "Yayasan Baru", contacts: [], state: "running", mayEdit: true, version: 1 },
    });
    const close = { ...{ organizationId, isActive: false }, clientActionId: randomUUID() };
    await expect(closeOrganization(admin, { ...close, version: 0 })).rejects.toMatchObject({
      code: "ORGANIZATION_CHANGED_MEANWHILE",
    });
    await closeOrganization(admin, {
      ...{ ...close, clientActionId: randomUUID() },
      version: changed.version,
    });
    expect(await find(admin, organizationId)).toMatchObject({ state: "closed" });
    const events = await world.everything.domainEvent.findMany({
      where: { subject: `organization/${organizationId}` },
      orderBy: { id: "asc" },
    });
    expect(events.map((e) => e.type)).toEqual([
      ...["organization.added", "organization.changed", "organization.closed"],
    ]);
    // Whom to call stands in its row and nowhere else.
    expect(JSON.stringify(events)).not.toMatch(/Kenari|0860-0000|86000000101|Yayasan/);
  });

  it("have one name each at their place, and keep the place", async () => {
    const { organizationId } = await saveOrganization(admin, command({ name: "Mitra Tunggal" }));
    await expect(saveOrganization(admin, command({ name: "mitra tunggal" }))).rejects.toMatchObject(
      {
        code: "ORGANIZATION_NAME_TAKEN",
      },
    );
    await expect(
      saveOrganization(system, command({ organizationId, areaCode: "63.11" })),
    ).rejects.toMatchObject({ details: { field: "areaCode" } });
    await expect(saveOrganization(system, command({ areaCode: "63.11.99" }))).rejects.toMatchObject(
      { details: { field: "areaCode" } },
    );
  });

  it("are not the affair of another place, nor of who only reads them", async () => {
    const { organizationId } = await saveOrganization(admin, command());
    const elsewhere = await world.contextFor("subdistrict-admin", halong);
    const close = { organizationId, version: 0, isActive: false };
    for (const ctx of [elsewhere, desk]) {
      await expect(saveOrganization(ctx, command())).rejects.toMatchObject({ kind: "forbidden" });
      await expect(
        closeOrganization(ctx, { ...close, clientActionId: randomUUID() }),
      ).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(saveOrganization(admin, command({ areaCode: "63.11" }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(listOrganizations(elsewhere, { areaCode: paringinSelatan })).rejects.toMatchObject(
      { kind: "forbidden" },
    );
    const partner = await openPartner(world, paringinSelatan, "PT Pembaca", "company");
    await expect(
      listOrganizations(partner.person, { areaCode: paringinSelatan }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("are seen with their contacts by the desk, those of the kabupaten too", async () => {
    const { organizationId: ours } = await saveOrganization(admin, command());
    const { organizationId: wide } = await saveOrganization(system, command({ areaCode: "63.11" }));
    for (const id of [ours, wide]) {
      expect(await find(desk, id)).toMatchObject({
        ...{ contacts: [{ name: "Kenari Kuning", phone: "0860-0000-0101" }], mayEdit: false },
      });
    }
    const halongDesk = await world.contextFor("triage-officer", halong);
    expect(await find(halongDesk, wide, halong)).toBeTruthy();
    expect(await find(halongDesk, ours, halong)).toBeUndefined();
  });
});

describe("an account of an organisation", () => {
  const appoint = (ctx: ServiceContext, userId: string, organizationId: string | null) =>
    assignRole(ctx, {
      ...{ clientActionId: randomUUID(), userId, role: "partner-organisation" },
      ...{ areaCode: paringinSelatan, organizationId, clearance: false, startsOn: "2026-11-01" },
    });

  it("belongs to one that works now, at its place; the list of people names it", async () => {
    const { organizationId } = await saveOrganization(admin, command({ name: "Yayasan Orang" }));
    const invited = await inviteUser(admin, {
      ...{ clientActionId: randomUUID(), areaCode: paringinSelatan },
      ...{ username: "mitra.satu", displayName: "Mitra Satu" },
    });
    await expect(appoint(admin, invited.userId, null)).rejects.toMatchObject({
      details: { field: "organizationId" },
    });
    await appoint(admin, invited.userId, organizationId);
    await expect(appoint(admin, invited.userId, organizationId)).rejects.toMatchObject({
      details: { field: "role" },
    });
    const { items } = await listUsers(admin, {
      ...{ areaCode: paringinSelatan, text: "Mitra Satu", limit: 10 },
    });
    expect(items[0]?.assignments[0]).toMatchObject({ organizationName: "Yayasan Orang" });
    expect(await find(admin, organizationId)).toMatchObject({ people: 1 });
    const other = await saveOrganization(admin, command({ endsOn: "2026-06-30" }));
    await expect(appoint(admin, invited.userId, other.organizationId)).rejects.toMatchObject({
      details: { field: "organizationId" },
    });
  });
});

describe("the fence of partners", () => {
  it("shows contacts of the authorised places alone, and lets only them be written", async () => {
    const { organizationId } = await saveOrganization(admin, command());
    const contacts = (areas: readonly string[]) =>
      world.db.$transaction(async (tx) => {
        await setContext(tx, desk.actor);
        await openPartnerFence(tx, areas);
        return tx.organizationContact.count({ where: { organizationId } });
      });
    expect(await contacts([])).toBe(0);
    expect(await contacts([halong])).toBe(0);
    expect(await contacts([paringinSelatan])).toBe(1);
    const write = (areas: readonly string[], areaCode: string, kind: string) =>
      world.db.$transaction(async (tx) => {
        await setContext(tx, admin.actor);
        await openPartnerFence(tx, areas);
        await tx.$executeRaw`INSERT INTO organization (id, name, area_code, kind, agreement_number, starts_on, ends_on)
          VALUES (${randomUUID()}::uuid, 'x', ${areaCode}, ${kind}, 'x', '2026-01-01', '2026-12-31')`;
      });
    await expect(write([], paringinSelatan, "ngo")).rejects.toThrow(/row-level security/);
    await expect(write([paringinSelatan], halong, "ngo")).rejects.toThrow(/row-level security/);
    // Offices of the government are set up, never made by the application.
    await expect(write([paringinSelatan], paringinSelatan, "office")).rejects.toThrow(
      /row-level security/,
    );
    const changed = await world.db.organization.updateMany({
      where: { id: organizationId },
      data: { name: "x" },
    });
    expect(changed.count).toBe(0);
  });
});
