/**
 * planned > approved (surat tugas under a running SK, or the camat's recorded order in a disaster)
 * > confirmed_by_village (every stop has its time and place) > loaded > departed > on_site > returned
 * > reconciled. postponed waits for road or weather and is planned anew; cancelled is an end.
 */
export const tripStatuses = [
  "planned",
  "approved",
  "confirmed_by_village",
  "loaded",
  "departed",
  "on_site",
  "returned",
  "reconciled",
  "postponed",
  "cancelled",
] as const;
export type TripStatus = (typeof tripStatuses)[number];

/** tim pelaksana goes out; tim jejaring tells the villages and other offices. */
export const decreeTeams = ["pelaksana", "jejaring"] as const;
export type DecreeTeam = (typeof decreeTeams)[number];

export interface DecreeMember {
  readonly id: string;
  readonly name: string;
  /** "Kasi Kesejahteraan Sosial", "Bidan desa". */
  readonly position: string;
  readonly team: DecreeTeam;
  /** The account of a member who has one. */
  readonly userId: string | null;
}

/** SK Camat: on its ground trips are ordered, as long as it runs. */
export interface Decree {
  readonly id: string;
  readonly subdistrictCode: string;
  readonly number: string;
  /** "2026-01-05" */
  readonly issuedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly subject: string;
  /** The procedure that trips follow, with its version: "SOP PAK SOTARSA, versi 2". */
  readonly procedure: string;
  readonly revokedAt: Date | null;
  readonly version: number;
  readonly members: readonly DecreeMember[];
}

/** How the village, or in a disaster the camat, told it. */
export const toldBy = ["screen", "phone", "radio", "letter", "in_person"] as const;
export type ToldBy = (typeof toldBy)[number];

/** Time and place as the village set them: from its own screen, or recorded by an officer. */
export interface StopAppointment {
  readonly place: string;
  readonly meetsAt: Date;
  readonly by: ToldBy;
  /** Who of the village said so: "Kades Liyu"; null when the village did it itself. */
  readonly saidBy: string | null;
  readonly recordedById: string;
  readonly recordedAt: Date;
}

export interface TripStop {
  readonly id: string;
  readonly villageCode: string;
  readonly appointment: StopAppointment | null;
  readonly arrivedAt: Date | null;
}

export const crewDuties = ["lead", "member", "driver"] as const;
export type CrewDuty = (typeof crewDuties)[number];

export interface CrewMember {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly duty: CrewDuty;
  readonly userId: string | null;
}

/** Goods of one kind from one receipt of the store. Whole units. */
export interface TripGoods {
  readonly id: string;
  /** "Beras" */
  readonly name: string;
  /** "karung 10 kg" */
  readonly unit: string;
  /** Program or office that gave them. */
  readonly source: string;
  /** BAST masuk under which the store received them. */
  readonly receiptNumber: string;
  /** "2026-11-20" */
  readonly receivedOn: string;
  readonly received: number;
  /** Null until they are loaded; what became of them is counted after the return. */
  readonly loaded: number | null;
  readonly delivered: number | null;
  readonly returned: number | null;
  readonly lost: number | null;
  readonly lostReason: string | null;
  /** By the handovers that count; null: none was recorded, and `delivered` is the lead's word. */
  readonly handedOver: number | null;
}

/** A service of another sector that rides along: satu pintu di desa. */
export interface TripActivity {
  readonly id: string;
  readonly sectorCode: string;
  /** "Perekaman KTP-el" */
  readonly name: string;
  /** People expected. */
  readonly expected: number;
  /** People served; null until somebody counted. */
  readonly served: number | null;
}

/** The camat's order in a disaster, told before there is a letter. */
export interface UrgentOrder {
  readonly orderedBy: string;
  readonly by: ToldBy;
  readonly reason: string;
  readonly orderedAt: Date;
}

export const postponeReasons = ["weather", "road"] as const;
export type PostponeReason = (typeof postponeReasons)[number];

export interface Trip {
  readonly id: string;
  readonly subdistrictCode: string;
  readonly status: TripStatus;
  readonly version: number;
  readonly purpose: string;
  /** Days of the office: "2026-11-24". */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly vehicle: string;
  readonly decreeId: string | null;
  /** Number of the surat tugas, and when the camat gave it. */
  readonly orderNumber: string | null;
  readonly orderedAt: Date | null;
  readonly orderedById: string | null;
  readonly urgentOrder: UrgentOrder | null;
  readonly plannedById: string;
  readonly plannedAt: Date;
  readonly departedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly reconciledAt: Date | null;
  readonly postponed: { readonly reason: PostponeReason; readonly note: string } | null;
  readonly cancelReason: string | null;
  /** Handovers that wait for a decision: held, or in doubt. */
  readonly openHandovers: number;
  /** Sharing of the cost between programs, in rupiah. */
  readonly costs: readonly TripCost[];
  readonly crew: readonly CrewMember[];
  /** In the order in which they are visited. */
  readonly stops: readonly TripStop[];
  readonly goods: readonly TripGoods[];
  readonly activities: readonly TripActivity[];
}

export interface TripCost {
  readonly id: string;
  /** Program or budget that bears it. */
  readonly bearer: string;
  readonly what: string;
  /** Whole rupiah. */
  readonly amount: number;
}
