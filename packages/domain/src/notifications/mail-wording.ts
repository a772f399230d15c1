import type { NotificationKind, NotificationParams } from "./model";

export interface MailWording {
  /** The case number alone stands in it: subjects are shown on locked screens and kept by providers. */
  readonly subject: string;
  readonly body: string;
}

const phrases: Record<NotificationKind, string> = {
  "case.opened": "diterima dan menunggu pemeriksaan",
  "case.triaged": "selesai diperiksa",
  "case.info-asked": "perlu dilengkapi",
  "case.completed": "sudah dilengkapi",
  "case.lapsed": "gugur karena tidak dilengkapi",
  "case.redirected": "bukan wewenang kecamatan",
  "case.archived": "diarsipkan",
  "case.cancelled": "dibatalkan",
  "case.merged": "digabung dengan laporan lain",
  "case.unmerged": "dipisahkan kembali dan menunggu pemeriksaan",
  "case.joined": "mendapat laporan lain tentang masalah yang sama",
  "case.report-left": "kehilangan laporan yang semula digabung",
  "case.split": "dibagi menjadi dua kasus",
  "case.amended": "diperbaiki datanya",
  "case.routed": "diteruskan kepada Anda",
  "case.accepted": "diterima untuk dikerjakan",
  "case.declined": "dikembalikan ke meja triase",
  "case.note-added": "mendapat catatan baru",
  "case.held": "ditunda",
  "case.resumed": "dikerjakan kembali",
  "case.resolved": "diselesaikan dan menunggu konfirmasi",
  "case.confirmed": "dikonfirmasi",
  "case.reopened": "dibuka kembali",
  "case.closed": "ditutup",
  "case.overdue": "melewati tenggat",
  "case.escalated": "naik ke jenjang Anda",
  "case.deadline-recomputed": "mendapat tenggat baru karena kalender berubah",
  "case.link-sent": "dikirimkan lewat tautan",
  "case.receipt-renewed": "mendapat tanda terima baru",
  "case.file-added": "mendapat berkas baru",
  "case.file-removed": "kehilangan sebuah berkas",
  "case.file-restored": "mendapat kembali sebuah berkas",
  "case.referred": "dirujukkan kepada Anda",
  "case.referral-accepted": "mendapat jawaban: rujukan diterima",
  "case.referral-declined": "mendapat jawaban: rujukan ditolak",
  "case.referral-progressed": "mendapat kabar kemajuan rujukan",
  "case.referral-done": "mendapat kabar: rujukan selesai",
  "case.referral-failed": "mendapat kabar: rujukan tidak berhasil",
  "case.referral-expired": "mempunyai rujukan yang tidak dijawab",
  "case.referral-revoked": "tidak lagi dirujukkan kepada Anda",
  "case.referral-waived": "tidak lagi menunggu satu rujukan",
  "case.transfer-proposed": "ditawarkan kepada kecamatan Anda",
  "case.transfer-accepted": "beralih ke kecamatan lain",
  "case.transfer-rejected": "tidak jadi beralih: ditolak",
  "case.transfer-revoked": "tidak jadi ditawarkan kepada kecamatan Anda",
  "case.tasks-added": "mendapat daftar langkah",
  "case.task-done": "menyelesaikan satu langkah",
  "case.task-reopened": "membuka lagi satu langkah",
  "case.relayed": "sudah dikabarkan kepada pelapor",
  "case.relay-missed": "sudah dijawab, pelapor belum dikabari",
  "case.letter-issued": "mendapat surat",
  "case.letter-signed": "mendapat surat bertanda tangan",
  "case.letter-voided": "kehilangan sebuah surat",
  "case.anonymised": "dihapus datanya sesuai masa simpan",
  "case.glass-broken": "dibuka darurat dan perlu Anda periksa",
  "case.glass-revoked": "tidak lagi dibuka darurat untuk Anda",
};

/** Openings by break-glass are overseen there, by people who may not open the case. */
export const glassPath = "/buka-darurat";

/** Where a notice leads, inside the product. */
export const noticePath = (kind: NotificationKind, caseId: string): string =>
  kind === "case.glass-broken" || kind === "case.glass-revoked" ? glassPath : `/kasus/${caseId}`;

/** Mail of a notification, in Indonesian. It leads into the product; what the case says stays behind sign-in. */
export const mailWording = (
  kind: NotificationKind,
  params: Pick<NotificationParams, "number">,
  url: string,
): MailWording => ({
  subject: `Kasus ${params.number} ${phrases[kind]}`,
  body: [
    `Kasus ${params.number} ${phrases[kind]}.`,
    "",
    `Buka di Rembuk: ${url}`,
    "",
    "Surat ini dikirim otomatis oleh Rembuk. Anda tidak perlu membalasnya.",
  ].join("\n"),
});
