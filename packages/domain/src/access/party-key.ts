/** Key of a party: a sector at the level where its office works ("63.11:DPMD"), a section of a kecamatan. */
export const partyKey = (areaCode: string, sectorCode: string): string =>
  `${areaCode}:${sectorCode}`;

const organizationPrefix = "org:";

/** Key of a partner organisation, which is a party of its own: "org:0193…". */
export const organizationParty = (organizationId: string): string =>
  `${organizationPrefix}${organizationId}`;

/** The organisation that a party (or a chosen target) names; null: it names another kind of party. */
export const organizationOfParty = (party: string): string | null =>
  party.startsWith(organizationPrefix) ? party.slice(organizationPrefix.length) : null;
