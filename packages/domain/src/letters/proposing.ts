import { villageGovernment } from "../access/policy";
import type { Case } from "../cases/model";
import type { LetterContent, Signer } from "./model";
import { officeDate } from "./office-date";

export interface LetterOccasion {
  readonly kase: Pick<Case, "number" | "title" | "receivedAt" | "isSecret" | "isEmergency">;
  /** "Kecamatan Paringin Selatan" */
  readonly officeName: string;
  /** "Kabupaten Balangan" */
  readonly regencyName: string;
  readonly villageName: string;
  readonly holderName: string | null;
  readonly sectorName: string | null;
  /** Who may sign today, the proposed one first. */
  readonly signers: readonly Signer[];
  /** Tembusan of the office; none: the regent. */
  readonly copies: readonly string[];
  /** The disposisi that the case left with, in the leaders' words; null: none yet. */
  readonly instruction: string | null;
  readonly zone: string;
}

const signerOf = ({ officeName, signers }: LetterOccasion): Signer =>
  signers[0] ?? {
    prefix: "",
    position: officeName.replace(/^Kecamatan /, "Camat "),
    ownPosition: "",
    name: "",
    nip: "",
  };

const copiesOf = ({ copies, regencyName }: LetterOccasion): readonly string[] =>
  copies.length > 0
    ? copies
    : [`Bupati ${regencyName.replace(/^Kabupaten /, "")} (sebagai laporan)`];

const natureOf = ({ kase }: LetterOccasion): LetterContent["nature"] => {
  if (kase.isSecret) return "confidential";
  return kase.isEmergency ? "urgent" : "ordinary";
};

/** What a surat pengantar says until somebody writes it otherwise. */
export const proposeCoverLetter = (occasion: LetterOccasion): LetterContent => {
  const { kase, officeName, regencyName, villageName, sectorName, zone } = occasion;
  const day = officeDate(kase.receivedAt, zone).words;
  // A secret case does not say its subject on an envelope that others open.
  const what = kase.isSecret ? "laporan yang bersifat rahasia" : `laporan mengenai “${kase.title}”`;
  return {
    subject: `Pengantar Tindak Lanjut Laporan Nomor ${kase.number}`,
    body: [
      `Sehubungan dengan laporan yang diterima ${officeName} pada tanggal ${day}, bersama ini kami sampaikan ${what} dari ${villageName} dengan nomor registrasi ${kase.number} untuk dapat ditindaklanjuti sesuai dengan tugas dan kewenangan Bapak/Ibu.`,
      "Rincian laporan dan identitas pelapor tidak dicantumkan dalam surat ini; keduanya dapat dibuka oleh petugas yang berwenang melalui aplikasi Rembuk. Kami mohon hasil tindak lanjut disampaikan kepada kami melalui aplikasi yang sama atau secara tertulis.",
      "Demikian disampaikan, atas perhatian dan kerja sama Bapak/Ibu diucapkan terima kasih.",
    ].join("\n"),
    addressee: sectorName ? `Kepala ${sectorName} ${regencyName}`.trim() : "",
    place: "",
    nature: natureOf(occasion),
    enclosure: "",
    copies: copiesOf(occasion),
    instruction: "",
    signer: signerOf(occasion),
  };
};

/** What a lembar disposisi says until somebody writes it otherwise. */
export const proposeDisposition = (occasion: LetterOccasion): LetterContent => ({
  subject: occasion.kase.isSecret ? "Laporan rahasia" : occasion.kase.title,
  body: `Laporan dari ${occasion.villageName}`,
  addressee: occasion.holderName ?? "",
  place: "",
  nature: natureOf(occasion),
  enclosure: "",
  copies: [],
  // The camat's own words; of a secret case somebody who may read it writes them.
  instruction: occasion.kase.isSecret ? "" : (occasion.instruction ?? ""),
  signer: signerOf(occasion),
});

/** The referral that a letter goes with. */
export interface ReferralOccasion {
  /** `63.11:DINKES`, `63.11.07:PUSKESMAS`, `63.11.07.2009:PEMDES`, `user:<id>` */
  readonly party: string;
  /** "Dinas Kesehatan", "Pemerintah Desa Murung Abuin", the name of a volunteer. */
  readonly name: string;
  readonly asked: string;
  readonly dueAt: Date;
}

/** Whom a letter to a party addresses: the head of the office, the village head, the person. */
const addresseeOf = ({ party, name }: ReferralOccasion, regencyName: string): string => {
  const [place = "", code = ""] = party.split(":");
  if (place === "user") return `Sdr. ${name}`;
  if (code === villageGovernment) return name.replace(/^Pemerintah (?:Desa\b)?/, "Kepala Desa");
  const isOfRegency = place.split(".").length === 2;
  return `Kepala ${name} ${isOfRegency ? regencyName : ""}`.trim();
};

/** What a surat pengantar rujukan says until somebody writes it otherwise. */
export const proposeReferralLetter = (
  occasion: LetterOccasion,
  referral: ReferralOccasion,
): LetterContent => {
  const { kase, officeName, villageName, regencyName, zone } = occasion;
  const day = (at: Date) => officeDate(at, zone).words;
  const about = kase.isSecret
    ? "laporan yang bersifat rahasia"
    : `laporan mengenai “${kase.title}” dari ${villageName}`;
  // What is asked of a secret case is read in Rembuk, by who takes the referral on.
  const asked = kase.isSecret
    ? ["Hal yang dimintakan dapat dibuka oleh petugas yang berwenang melalui aplikasi Rembuk."]
    : ["Adapun hal yang kami mintakan:", referral.asked];
  return {
    ...proposeCoverLetter(occasion),
    subject: `Pengantar Rujukan Penanganan Laporan Nomor ${kase.number}`,
    body: [
      `Sehubungan dengan ${about} yang diterima ${officeName} pada tanggal ${day(kase.receivedAt)} dengan nomor registrasi ${kase.number}, bersama ini kami rujuk kepada Bapak/Ibu untuk membantu penanganannya sesuai dengan tugas dan kewenangan.`,
      ...asked,
      `Kami mohon jawaban atas rujukan ini paling lambat tanggal ${day(referral.dueAt)} melalui aplikasi Rembuk atau secara tertulis. Penanganan laporan tetap dikoordinasikan oleh ${officeName}; identitas pelapor tidak dicantumkan dalam surat ini.`,
      "Demikian disampaikan, atas perhatian dan kerja sama Bapak/Ibu diucapkan terima kasih.",
    ].join("\n"),
    addressee: addresseeOf(referral, regencyName),
  };
};
