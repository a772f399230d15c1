import type { Scenario } from "../scenario";

/** The four kinds of aid that Halong brings to its villages, each asked for by one of them. */
export const aidRequests: readonly Scenario[] = [
  {
    category: "WEL-INS",
    title: "Asuransi sosial: reaktivasi kartu KIS {sedikit} keluarga",
    description:
      "Kartu KIS {sedikit} keluarga di {tempat} tidak aktif sewaktu berobat ke Puskesmas. Mereka penyadap karet dengan penghasilan tidak tetap. Berkas KTP dan KK dikumpulkan di kantor desa.",
    instruction: "Mohon diperiksa di data penerima dan diusulkan reaktivasi.",
    progress: "Berkas lengkap, usulan reaktivasi sudah diunggah operator.",
    answer: [
      "Kepesertaan keluarga yang diusulkan sudah diperiksa.",
      "Reaktivasi PBI-JK diusulkan; kartu aktif kembali untuk keluarga yang datanya sesuai.",
      "Keluarga yang belum sesuai diusulkan melalui musyawarah desa berikutnya.",
    ],
    capacity: "Kaur Kesra",
  },
  {
    category: "WEL-SAFE",
    title: "Pengamanan sosial: keluarga kehilangan tempat tinggal setelah kebakaran",
    description:
      "Satu rumah kayu di {tempat} terbakar dini hari. Lima orang, dua di antaranya anak, menumpang di balai adat. Membutuhkan tempat tinggal sementara, pakaian, dan pangan.",
    instruction: "Mohon bantuan darurat hari ini, desa menyiapkan balai adat.",
    progress: "Bantuan darurat diberangkatkan bersama TKSK.",
    answer: [
      "Keluarga sudah didatangi dan kebutuhannya didata.",
      "Bantuan pangan, pakaian, dan perlengkapan tidur diserahkan di balai adat.",
      "Pembangunan rumah kembali diusulkan melalui program perumahan.",
    ],
    capacity: "Kepala adat",
  },
  {
    category: "WEL-HOUSE",
    title: "Program perumahan: {sedikit} rumah tidak layak huni diusulkan",
    description:
      "{sedikit} rumah di {tempat} berdinding bambu lapuk dan berlantai tanah, atap bocor. Foto empat sisi, surat keterangan tanah dari desa, dan pernyataan belum pernah menerima sudah disiapkan.",
    instruction: "Mohon verifikasi lapangan dan kelengkapan usulan RTLH.",
    progress: "Verifikasi lapangan dijadwalkan bersama kunjungan ke desa.",
    outcome: "planned",
    answer: [
      "Usulan sudah diverifikasi bersama desa.",
      "Rumah yang memenuhi syarat masuk daftar usulan program perumahan tahun depan.",
      "Desa memberi tahu keluarga hasilnya dan memperbaiki berkas yang kurang.",
    ],
    hold: { waitingFor: "season", reason: "Jalan ke lokasi tidak dapat dilalui selama hujan." },
    capacity: "Kasi Kesejahteraan",
  },
  {
    category: "WEL-FOOD",
    title: "Bantuan makanan: beras untuk {banyak} keluarga belum sampai",
    description:
      "Bantuan pangan beras tahap ini belum diterima {banyak} keluarga di {tempat} karena titik bagi berada di desa lain dan ongkos ke sana mahal. Mohon diantar ke desa.",
    instruction: "Mohon dijadwalkan antar ke desa, desa menetapkan waktu dan tempat.",
    progress: "Jadwal antar disepakati dengan desa, menunggu cuaca.",
    answer: [
      "Daftar penerima sudah dicocokkan dengan desa.",
      "Beras diantar ke balai desa dan diserahkan dengan berita acara.",
      "Keluarga yang tidak hadir dilayani pada kunjungan berikutnya.",
    ],
    capacity: "Kaur Kesra",
  },
];
