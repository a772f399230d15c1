/** Key of a party: a sector at the level where its office works ("63.11:DPMD"), a section of a kecamatan. */
export const partyKey = (areaCode: string, sectorCode: string): string =>
  `${areaCode}:${sectorCode}`;
