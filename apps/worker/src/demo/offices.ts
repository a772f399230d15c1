/** What grows, flows and worries there: scenarios say where they are plausible. */
export type Region = "meratus" | "balangan" | "ngawi";

/** A kecamatan of the demonstration: real place and code, fictional address and people. */
export interface DemoOffice {
  /** Begins the names of its accounts: "parsel.triase". */
  readonly prefix: string;
  readonly region: Region;
  readonly subdistrictCode: string;
  readonly regencyCode: string;
  /** Begins the names of the regency's accounts: "balangan.dpmd". */
  readonly regencyPrefix: string;
  readonly zone: "WIB" | "WITA";
  readonly letters: string;
  readonly name: string;
  readonly deskName: string;
  readonly address: string;
  readonly phone: string;
  readonly openingHours: string;
  readonly brand: string;
  /** Cases that nobody has closed yet, by the state they stand in now. */
  readonly open: OpenCases;
  readonly closed: number;
}

export interface OpenCases {
  readonly received: number;
  readonly triaged: number;
  readonly assigned: number;
  readonly declined: number;
  readonly in_progress: number;
  readonly on_hold: number;
  readonly resolved: number;
  readonly reopened: number;
}

export const demoOffices: readonly DemoOffice[] = [
  {
    prefix: "parsel",
    region: "balangan",
    subdistrictCode: "63.11.07",
    regencyCode: "63.11",
    regencyPrefix: "balangan",
    zone: "WITA",
    letters: "PRS",
    name: "Kecamatan Paringin Selatan",
    deskName: "Loket RUKO PARSEL",
    address: "Jalan Contoh Nomor 1, Batu Piring, Paringin Selatan, Balangan",
    phone: "0860-0000-0107",
    openingHours: "Senin sampai Jumat, 08.00 sampai 16.30 WITA",
    brand: "RUKO PARSEL",
    open: {
      received: 6,
      triaged: 4,
      assigned: 9,
      declined: 2,
      in_progress: 14,
      on_hold: 4,
      resolved: 5,
      reopened: 2,
    },
    closed: 78,
  },
  {
    prefix: "halong",
    region: "meratus",
    subdistrictCode: "63.11.02",
    regencyCode: "63.11",
    regencyPrefix: "balangan",
    zone: "WITA",
    letters: "HLG",
    name: "Kecamatan Halong",
    deskName: "Loket Pelayanan Kecamatan Halong",
    address: "Jalan Contoh Nomor 2, Halong, Balangan",
    phone: "0860-0000-0102",
    openingHours: "Senin sampai Jumat, 08.00 sampai 16.30 WITA",
    brand: "PAK SOTARSA",
    open: {
      received: 6,
      triaged: 4,
      assigned: 10,
      declined: 2,
      in_progress: 15,
      on_hold: 5,
      resolved: 5,
      reopened: 2,
    },
    closed: 76,
  },
  {
    prefix: "paron",
    region: "ngawi",
    subdistrictCode: "35.21.10",
    regencyCode: "35.21",
    regencyPrefix: "ngawi",
    zone: "WIB",
    letters: "PRN",
    name: "Kecamatan Paron",
    deskName: "Loket Rumah Sosial Paron",
    address: "Jalan Contoh Nomor 3, Paron, Ngawi",
    phone: "0860-0000-0110",
    openingHours: "Senin sampai Jumat, 08.00 sampai 16.30 WIB",
    brand: "Rumah Sosial",
    open: {
      received: 5,
      triaged: 4,
      assigned: 9,
      declined: 2,
      in_progress: 15,
      on_hold: 4,
      resolved: 6,
      reopened: 2,
    },
    closed: 76,
  },
];
