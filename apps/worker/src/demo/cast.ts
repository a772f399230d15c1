import { organizationOfParty } from "@rembuk/domain/access/party-key";
import type { DemoAccount, Village } from "./accounts";
import type { ToldBy } from "./case-act";
import type { Chance } from "./chance";
import type { DemoOffice } from "./offices";

/** Everybody who may act in a kecamatan, found by what they are. */
export class Cast {
  constructor(
    readonly office: DemoOffice,
    private readonly accounts: readonly DemoAccount[],
    private readonly sectorNames: ReadonlyMap<string, string>,
  ) {}

  clerk(draw: Chance): DemoAccount {
    const second = draw.next() < 0.4 ? "-2" : "";
    return this.named(`${this.office.prefix}.triase${second}`);
  }

  villageOfficer(village: Village): DemoAccount {
    return this.found(
      this.accounts.find((a) => a.role === "village-officer" && a.areaCode === village.code),
      village.name,
    );
  }

  /** A resident with an account of their own; most villages have none. */
  resident(village: Village): DemoAccount | null {
    return this.accounts.find((a) => a.role === "reporter" && a.areaCode === village.code) ?? null;
  }

  /** The Kasi who stays responsible; the Sekcam where the secretariat is the section. */
  responsible(section: string): DemoAccount {
    return this.found(
      this.accounts.find(
        (a) => a.sectorCode === section && a.areaCode === this.office.subdistrictCode,
      ),
      section,
    );
  }

  /** Who answers for a target itself; null for a sector without an account. */
  holder(target: string): DemoAccount | null {
    const organizationId = organizationOfParty(target);
    if (organizationId !== null)
      return this.accounts.find((a) => a.organizationId === organizationId) ?? null;
    const places = [this.office.subdistrictCode, this.office.regencyCode];
    const holders = this.accounts.filter(
      (a) => a.sectorCode === target && places.includes(a.areaCode) && a.role !== "sector-lead",
    );
    return holders[0] ?? null;
  }

  /** How a sector without an account gave its answer. */
  told(draw: Chance, target: string, at: Date): ToldBy {
    const sector = this.sectorNames.get(target) ?? target;
    return {
      who: `Petugas ${sector} (fiktif)`,
      how: draw.pick(["letter", "phone", "whatsapp", "in_person"]),
      when: new Date(at.getTime() - draw.between(15, 90) * 60_000),
    };
  }

  private named(username: string): DemoAccount {
    return this.found(
      this.accounts.find((a) => a.username === username),
      username,
    );
  }

  private found(account: DemoAccount | undefined, wanted: string): DemoAccount {
    if (!account) throw new Error(`nobody in ${this.office.prefix} is ${wanted}`);
    return account;
  }
}
