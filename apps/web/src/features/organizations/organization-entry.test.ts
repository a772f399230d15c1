import { saveOrganizationCommand } from "@rembuk/domain/staff/organization-commands";
import { describe, expect, it } from "vitest";
import { emptyContact, entryOf, organizationProblems, saveCommand } from "./organization-entry";

const area = { code: "63.11.07", name: "Paringin Selatan" };
const whole = {
  ...entryOf(null, area, "2026-11-23"),
  ...{ name: "Yayasan Banua Sehat", agreementNumber: "MoU/1", endsOn: "2027-11-22" },
};

describe("the form of a partner organisation", () => {
  it("says what is missing, and takes a line without a word for none", () => {
    expect(organizationProblems(entryOf(null, null, "2026-11-23"))).toEqual({
      ...{
        areaCode: "missing",
        name: "missing",
        agreementNumber: "missing",
        agreementEnd: "missing",
      },
    });
    expect(organizationProblems(whole)).toEqual({});
    expect(organizationProblems({ ...whole, endsOn: "2026-11-22" })).toEqual({
      agreementEnd: "before",
    });
    const village = { code: "63.11.07.2009", name: "Murung Abuin" };
    expect(organizationProblems({ ...whole, area: village })).toEqual({ areaCode: "invalid" });
  });

  it("wants a name and a way to call for each line that was begun", () => {
    const withContact = (part: object) =>
      organizationProblems({ ...whole, contacts: [{ ...emptyContact(), ...part }] }).contacts;
    expect(withContact({ name: "Ani" })).toBe("invalid");
    expect(withContact({ phone: "0860-0000-0101" })).toBe("invalid");
    expect(withContact({ name: "Ani", phone: "nomor" })).toBe("invalid");
    expect(withContact({ name: "Ani", phone: "0860-0000-0101" })).toBeUndefined();
    expect(withContact({ name: "Ani", email: "ani@contoh.test" })).toBeUndefined();
  });

  it("makes a command that the server takes", () => {
    const contacts = [{ ...emptyContact(), name: "Ani ", phone: "0860-0000-0101" }, emptyContact()];
    const command = saveCommand({ ...whole, contacts }, null, crypto.randomUUID());
    expect(saveOrganizationCommand.parse(command).contacts).toEqual([
      { name: "Ani", position: null, phone: "0860-0000-0101", email: null },
    ]);
  });
});
