import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import type { ServiceContext } from "../context";
import { inviteUser } from "../staff/invite-user";
import { openCommand } from "../testing/case-journey";
import { sampleWorkbook } from "../testing/sample-workbook";
import { createWorld, paringinSelatan, type World } from "../testing/world";
import { addSectorOffices } from "./add-sector-offices";
import { markStep } from "./mark-step";
import { listOnboardings, readOnboarding } from "./queries";
import { readPeople } from "./read-people";
import { saveContact } from "./save-contact";
import { saveOffice } from "./save-office";

const awayan = "63.11.03";
let world: World;
let above: ServiceContext;
let own: ServiceContext;
const id = () => ({ clientActionId: crypto.randomUUID() });
const office = (areaCode: string, letters = "AWY") => ({
  ...id(),
  ...{ subdistrictCode: areaCode, name: "Kecamatan Awayan", letters, deskName: "Meja Layanan" },
  ...{ address: "Jl. Contoh 1", phone: "0526-0000", openingHours: "08.00-16.00" },
});
const show = (ctx: ServiceContext) => readOnboarding(ctx, { areaCode: awayan });

beforeAll(async () => {
  world = await createWorld();
  above = await world.contextFor("administrator", "");
  own = await world.contextFor("subdistrict-admin", awayan);
});
afterAll(() => world.drop());

describe("a new kecamatan", () => {
  it("is begun with from above alone, with letters that nobody has and that stay", async () => {
    await expect(saveOffice(own, office(awayan))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(saveOffice(above, office(awayan, "PRS"))).rejects.toMatchObject({
      code: "OFFICE_LETTERS_TAKEN",
    });
    await expect(saveOffice(above, office("63.11.99"))).rejects.toMatchObject({
      code: "AREA_UNKNOWN",
    });
    await expect(
      markStep(own, { ...id(), areaCode: awayan, step: "villages", mark: "checked" }),
    ).rejects.toMatchObject({ code: "OFFICE_MISSING" });
    expect(await saveOffice(above, office(awayan))).toEqual({ isNew: true });
    expect(await saveOffice(own, office(awayan))).toEqual({ isNew: false });
    await expect(saveOffice(own, office(awayan, "AWA"))).rejects.toMatchObject({
      code: "OFFICE_LETTERS_STAY",
    });
  });

  it("tells its steps from live data and from what people marked, for the next administrator too", async () => {
    expect((await show(own)).next).toBe("villages");
    await markStep(own, { ...id(), areaCode: awayan, step: "villages", mark: "checked" });
    await markStep(own, { ...id(), areaCode: awayan, step: "register", mark: "skipped" });
    await expect(async () =>
      markStep(own, { ...id(), areaCode: awayan, step: "calendar", mark: "skipped" }),
    ).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect((await show(above)).steps).toMatchObject({ villages: "done", register: "skipped" });
    await markStep(above, { ...id(), areaCode: awayan, step: "register", mark: null });
    expect((await show(own)).steps).toMatchObject({ register: "open", people: "open" });
    await world.contextFor("subdistrict-head", awayan);
    const desk = await world.contextFor("triage-officer", awayan);
    const village = (await show(own)).villages[0]?.code ?? "";
    expect((await show(own)).steps).toMatchObject({ people: "done", "first-case": "open" });
    await openCase(desk, openCommand({ villageCode: village }));
    expect((await show(own)).steps["first-case"]).toBe("done");
  });

  it("gets the offices of the sector list once, those of the kabupaten from above", async () => {
    const mine = await addSectorOffices(own, { ...id(), areaCode: awayan });
    const all = await addSectorOffices(above, { ...id(), areaCode: awayan });
    expect(mine.added).toBeGreaterThan(0);
    expect(all.added).toBeGreaterThan(mine.added);
    expect(await addSectorOffices(above, { ...id(), areaCode: awayan })).toEqual({ added: 0 });
    const { offices } = await show(own);
    const [shared, local] = [offices.find((o) => o.isShared), offices.find((o) => !o.isShared)];
    const contact = { areaCode: awayan, name: "Kantor Contoh", phone: "0526-1111" };
    await saveContact(own, { ...id(), ...contact, organizationId: local?.id ?? "" });
    const theirs = { ...id(), ...contact, organizationId: shared?.id ?? "" };
    await expect(saveContact(own, theirs)).rejects.toMatchObject({ kind: "forbidden" });
    expect((await show(own)).offices.find((o) => o.id === local?.id)?.phone).toBe("0526-1111");
  });

  it("lists within reach only", async () => {
    expect((await listOnboardings(own)).offices.map((o) => o.code)).toEqual([awayan]);
    expect((await listOnboardings(above)).mayOpen).toBe(true);
    const other = await world.contextFor("subdistrict-admin", paringinSelatan);
    await expect(show(other)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a list of people", () => {
  const read = (rows: string[][]) =>
    readPeople(own, {
      areaCode: awayan,
      text: sampleWorkbook([
        ["Nama lengkap", "Peran", "Desa atau seksi", "Nama pengguna", "Telepon", "Email"],
        ...rows,
      ]).toString("base64"),
    });

  it("names row and column of what keeps somebody out", async () => {
    const list = await read([
      ["Siti Aminah, S.Sos", "Petugas loket", "", "", "0812-3456-7890", "siti@contoh.go.id"],
      ["Budi", "Kasi Pemerintahan", "", "budi", "", ""],
      ["Ana", "Aparat desa", "Entah", "ana", "", ""],
      ["Udin", "Administrator", "", "udin", "", ""],
      ["Wati", "Admin kecamatan", "", "wati", "", ""],
      ["", "Camat", "", "", "", ""],
      ["Joko", "Camat", "", "budi", "12", "joko"],
    ]);
    expect(list.people.map((p) => [p.username, p.role, p.sectorCode, p.state])).toEqual([
      ["siti.aminah", "triage-officer", null, "new"],
      ["budi", "section-head", "KASI_PEMERINTAHAN", "new"],
    ]);
    expect(list.problems.map((p) => [p.row, p.field, p.code])).toEqual([
      [4, "place", "PLACE_UNKNOWN"],
      [5, "role", "ROLE_UNKNOWN"],
      [6, "role", "ROLE_NOT_YOURS"],
      [7, "name", "MISSING"],
      [8, "username", "REPEATED"],
      [8, "phone", "PHONE_INVALID"],
      [8, "email", "EMAIL_INVALID"],
    ]);
  });

  it("finds everybody known when the same file comes again, and another person's name taken", async () => {
    const rows = [["Rina Uji", "Petugas loket", "", "", "", ""]];
    await inviteUser(own, {
      ...{ ...id(), areaCode: awayan, username: "rina.uji", displayName: "Rina Uji" },
    });
    expect((await read(rows)).people[0]?.state).toBe("role");
    const taken = await read([["Orang Lain", "Camat", "", "rina.uji", "", ""]]);
    expect(taken.problems).toEqual([{ row: 2, field: "username", code: "USERNAME_TAKEN" }]);
  });
});
