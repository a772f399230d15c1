import type { CaseStory } from "./case-story";
import type { PartnersOfOffice } from "./organizations";

/** Working days ago at which the story begins. */
export const referralStoryAge = 6;

const asked = [
  {
    target: "DINKES",
    mandatory: true,
    limitDays: 3,
    asked: "Ukur ulang dan periksa penyakit penyerta; sampaikan balita mana yang perlu dirujuk.",
  },
  {
    target: "DISDIKBUD",
    mandatory: true,
    limitDays: 5,
    asked: "Pastikan kakak balita tetap bersekolah dan ikut program makanan tambahan di PAUD.",
  },
  {
    target: "PEMDES",
    mandatory: false,
    limitDays: 10,
    asked: "Datangi keluarga bersama kader, pastikan hadir di posyandu berikutnya.",
  },
  {
    target: "DINSOS",
    mandatory: true,
    limitDays: 5,
    asked: "Periksa kepesertaan jaminan kesehatan dan bantuan keluarga.",
  },
] as const;

/** What partners are asked beside the offices; the company has not answered yet. */
const askedOfPartners = ({ foundation, company }: PartnersOfOffice) => [
  ...(foundation === null
    ? []
    : [
        {
          ...{ target: foundation, mandatory: false, limitDays: 10 },
          asked: "Dampingi ketiga keluarga dua pekan: menu harian dan timbang tiap Jumat.",
        },
      ]),
  ...(company === null
    ? []
    : [
        {
          ...{ target: company, mandatory: false, limitDays: 10 },
          asked:
            "Apakah perusahaan dapat menyediakan telur dan susu untuk tiga balita selama sebulan?",
        },
      ]),
];

/**
 * A stunting problem as one case with referrals side by side: health is done, education was asked and
 * has not answered, the village and a foundation are at work, social affairs declined and waits for a
 * decision.
 */
export const tellReferralStory = (story: CaseStory, partners: PartnersOfOffice): CaseStory => {
  const told = tellOffices(story, partners);
  const { foundation } = partners;
  if (foundation === null) return told;
  return told
    .answerReferral(0, foundation, "accept", "")
    .answerReferral(
      0,
      foundation,
      "milestone",
      "Keluarga pertama sudah dikunjungi, menu disepakati.",
    );
};

const tellOffices = (story: CaseStory, partners: PartnersOfOffice): CaseStory =>
  story
    .open()
    .triage(0)
    .route(0)
    .accept(1)
    .tasks(0)
    .refer(0, [...asked, ...askedOfPartners(partners)])
    .answerReferral(1, "DINKES", "accept", "")
    .answerReferral(0, "PEMDES", "accept", "")
    .answerReferral(
      1,
      "DINKES",
      "milestone",
      "Ketiga balita sudah diukur ulang; satu perlu pemeriksaan dokter.",
    )
    .answerReferral(
      0,
      "PEMDES",
      "milestone",
      "Dua dari tiga keluarga sudah didatangi bersama kader.",
    )
    .answerReferral(
      0,
      "PEMDES",
      "note",
      "Keluarga ketiga sedang di rumah orang tua, kembali pekan depan.",
    )
    .answerReferral(
      0,
      "DINSOS",
      "decline",
      "Ketiga keluarga sudah tercakup jaminan kesehatan; tidak ada yang perlu kami tambahkan.",
    )
    .answerReferral(
      1,
      "DINKES",
      "finish",
      "Satu anak dirujuk ke dokter, dua mendapat makanan tambahan 14 hari.",
    );
