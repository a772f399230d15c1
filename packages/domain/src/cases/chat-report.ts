import { parsePhone } from "../beneficiaries/phone";
import type { ChatMessage } from "./whatsapp-chat";

/** What a chat says of a case, as far as words can tell; a person checks it. */
export interface ChatReport {
  /** Empty when the sender is known by number alone. */
  readonly name: string;
  readonly phone: string;
  readonly story: string;
  /** Wall clock of the first message; null without one. */
  readonly heardAt: string | null;
  readonly villageCode: string | null;
  readonly categoryCode: string | null;
  /** Photos and files that the chat names and a paste cannot hold. */
  readonly media: number;
  /** Names of those that an export of the chat brings along. */
  readonly files: readonly string[];
}

/** Words of everyday reports by category. A word counts when it begins one in the text. */
const wordsByCategory: Readonly<Record<string, string>> = {
  "VIL-FIN": "spj|siskeudes|apbdes|dana desa|rekening desa|pencairan|bendahara|kaur keuangan",
  "VIL-CAP": "pelatihan|bimtek|kapasitas aparat|sdm desa",
  "VIL-FAC": "komputer|laptop|printer|kantor desa|balai desa",
  "VIL-BPD": "bpd",
  "VIL-LPM": "lpm",
  "VIL-LKD": "karang taruna|pkk|posyandu|ketua rt|ketua rw",
  "VIL-DATA": "data desa|profil desa|prodeskel|sdgs|website desa",
  "DIS-EWS": "peringatan dini|siaga|jalur evakuasi",
  "HLT-STUNT": "stunting|gizi|berat badan|balita kurus",
  "PUB-ROAD": "jalan|jembatan|titian|drainase|gorong|aspal|lubang",
  "PUB-WATER": "air bersih|pdam|pamsimas|sumur|jamban|sanitasi|kekeringan",
  "PUB-POWER": "listrik|padam|pln|tiang|kabel|gardu",
  "ENV-WASTE": "sampah|limbah|bau|tps|pencemaran",
  "DIS-EVENT": "banjir|longsor|kebakaran|puting beliung|angin kencang|terendam|gempa",
  "HLT-SVC": "puskesmas|pustu|obat|bidan|dokter|ambulans",
  "HLT-OUT": "dbd|demam berdarah|diare|keracunan|wabah",
  "SEC-ORDER": "miras|keributan|tawuran|balap liar|bising|judi",
  "SEC-VIOL": "kdrt|dipukul|kekerasan|pelecehan|perkosa|dianiaya",
  "WEL-FOOD": "bpnt|sembako|bantuan pangan|beras bantuan",
  "WEL-INS": "bpjs|kis|pbi|jaminan kesehatan",
  "WEL-HOUSE": "rtlh|bedah rumah|rumah tidak layak|atap bocor|rumah roboh",
  "WEL-DATA": "dtsen|dtks|desil|tidak terdaftar",
  "WEL-DIS": "disabilitas|kursi roda|alat bantu dengar|difabel",
  "WEL-ELD": "lansia|jompo|sebatang kara",
  "WEL-MENT": "odgj|gangguan jiwa|dipasung|pasung",
  "WEL-EXTORT": "pungli|potongan bansos|dipotong|pungutan|penerima fiktif",
  "EDU-DROP": "putus sekolah|tidak sekolah|berhenti sekolah",
  "EDU-FAC": "ruang kelas|gedung sekolah|sekolah rusak",
  "NET-BLANK": "sinyal|blank spot|internet|jaringan",
  "AGR-FARM": "pupuk|hama|gagal panen|ternak|sawah",
  "LAND-DISP": "sengketa|batas desa|tanah warisan|sertifikat tanah",
  "CIV-ID": "ktp|akta|kartu keluarga|kia|pindah datang",
  "ECO-INFL": "harga beras|minyak goreng|harga naik|gas melon|lpg",
  "SUP-FRAUD": "korupsi|penyalahgunaan|gratifikasi|suap",
};

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\d]+/gu, " ")} `;

const countOf = (text: string, word: string): number => text.split(` ${word}`).length - 1;

/** The one with the highest count above nought; null when two share it: a guess must not toss a coin. */
function best(counted: readonly (readonly [code: string, count: number])[]): string | null {
  const top = Math.max(0, ...counted.map(([, count]) => count));
  const leaders = counted.filter(([, count]) => count === top && count > 0);
  return leaders.length === 1 ? (leaders[0]?.[0] ?? null) : null;
}

/** The category whose words come up most, among those offered. */
export function guessCategory(text: string, offered: readonly string[]): string | null {
  const told = plain(text);
  return best(
    offered.map((code) => {
      const words = wordsByCategory[code]?.split("|") ?? [];
      return [code, words.reduce((sum, word) => sum + countOf(told, word), 0)] as const;
    }),
  );
}

interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

/** The village that is named most; a name inside a longer one (Lingsir in Lingsir Hulu) does not count. */
export function guessVillage(text: string, villages: readonly NamedPlace[]): string | null {
  let told = plain(text);
  const counted: (readonly [string, number])[] = [];
  for (const { code, name } of [...villages].sort((a, b) => b.name.length - a.name.length)) {
    const words = plain(name);
    const pieces = told.split(words);
    counted.push([code, pieces.length - 1]);
    told = pieces.join(" ");
  }
  return best(counted);
}

const LONGEST_STORY = 8000;

/**
 * Prefills a case from what one person of a chat wrote.
 * @param offered villages of the desk's kecamatan and codes of its categories
 */
export function reportFromChat(
  messages: readonly ChatMessage[],
  sender: string,
  offered: { readonly villages: readonly NamedPlace[]; readonly categoryCodes: readonly string[] },
): ChatReport {
  const own = messages.filter((message) => message.sender === sender);
  const story = own
    .map(({ text }) => text)
    .filter(Boolean)
    .join("\n")
    .slice(0, LONGEST_STORY);
  const isNumber = parsePhone(sender).ok;
  return {
    name: isNumber ? "" : sender.slice(0, 120),
    phone: isNumber ? sender : "",
    story,
    heardAt: own[0]?.at ?? null,
    villageCode: guessVillage(story, offered.villages),
    categoryCode: guessCategory(story, offered.categoryCodes),
    media: own.reduce((sum, { media }) => sum + media, 0),
    files: own.flatMap(({ files }) => files),
  };
}
