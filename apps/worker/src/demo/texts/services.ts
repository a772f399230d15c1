import type { Scenario } from "../scenario";

/** Civil registration, the quality of services, information, and what fits nowhere else. */
export const services: readonly Scenario[] = [
  {
    category: "CIV-ID",
    title: "Rekaman KTP-el {banyak} warga lansia tertunda",
    description:
      "{banyak} warga lansia di {tempat} belum direkam karena tidak kuat ke kantor. Desa menyiapkan balai bila petugas datang.",
    instruction: "Mohon perekaman jemput bola, daftar nama dari desa.",
    progress: "Jadwal jemput bola disepakati dengan desa.",
    answer: [
      "Daftar warga sudah diperiksa.",
      "Perekaman dilakukan di balai desa, kartu diserahkan melalui desa.",
      "Yang sakit direkam di rumah pada kunjungan berikutnya.",
    ],
    capacity: "Perangkat desa",
  },
  {
    category: "CIV-ID",
    title: "Akta kelahiran anak belum terbit karena beda nama ibu",
    description:
      "Nama ibu di KK dan buku nikah berbeda satu huruf. Anak akan masuk SD dan membutuhkan akta.",
    instruction: "Mohon petunjuk pembetulan data dan penerbitan akta.",
    answer: [
      "Berkas sudah diperiksa dan dinyatakan lengkap.",
      "Nama pada KK dibetulkan dan akta diterbitkan.",
      "Salinan diserahkan melalui kantor desa.",
    ],
    capacity: "Orang tua",
  },
  {
    category: "CIV-ID",
    title: "Pindah datang keluarga dari luar kabupaten belum tercatat",
    description:
      "Keluarga empat orang sudah tinggal di {tempat} sejak dua bulan lalu, surat pindah belum masuk data. Anak kesulitan mendaftar sekolah.",
    instruction: "Mohon pemeriksaan surat pindah dan penerbitan KK.",
    progress: "Surat pindah sudah ditemukan di aplikasi.",
    answer: [
      "Surat pindah sudah ditemukan dan diproses.",
      "KK baru terbit dan diserahkan kepada keluarga.",
      "Desa memperbarui buku induk penduduk.",
    ],
    capacity: "Kepala keluarga",
  },
  {
    category: "GOV-SERV",
    title: "Syarat surat keterangan usaha berbeda-beda",
    description:
      "Warga {tempat} tiga kali kembali karena syarat yang disampaikan petugas berbeda. Mohon daftar syarat yang jelas.",
    instruction: "Mohon ditata syaratnya dan ditempel di loket.",
    misroute: {
      to: "KASI_PMD",
      reason: "Surat keterangan usaha dilayani Seksi Pelayanan, mohon diteruskan.",
    },
    answer: [
      "Syarat sudah ditinjau bersama petugas.",
      "Daftar syarat yang sama ditempel di loket dan kantor desa.",
      "Petugas loket dibina ulang pada apel Senin.",
    ],
    capacity: "Pelaku usaha",
  },
  {
    category: "GOV-SERV",
    title: "Loket tutup sebelum jam pelayanan berakhir",
    description:
      "Warga datang pukul 15.15 dan loket sudah tutup, padahal di papan tertulis sampai 16.30.",
    instruction: "Mohon ditindaklanjuti dan dijelaskan kepada warga.",
    answer: [
      "Permohonan maaf sudah disampaikan kepada warga.",
      "Jadwal jaga loket diatur bergantian sampai jam tutup.",
      "Kehadiran petugas loket diperiksa setiap sore.",
    ],
    reopened: "Loket kembali tutup lebih awal pada hari Jumat.",
    capacity: "Warga",
  },
  {
    category: "INFO-REQ",
    title: "Syarat mengurus dispensasi nikah",
    description:
      "Warga {tempat} menanyakan syarat dan alur bila pendaftaran nikah kurang dari sepuluh hari kerja.",
    instruction: "Mohon dijawab tertulis.",
    outcome: "answered",
    answer: [
      "Dispensasi camat diperlukan bila pendaftaran kurang dari sepuluh hari kerja.",
      "Syarat: surat pengantar desa, alasan tertulis, dan berkas nikah dari KUA.",
      "Berkas dapat diserahkan di loket setiap hari kerja, tanpa biaya.",
    ],
    capacity: "Warga",
  },
  {
    category: "INFO-REQ",
    title: "Jadwal perekaman keliling bulan ini",
    description:
      "Desa menanyakan jadwal perekaman KTP-el keliling agar dapat diumumkan di {tempat}.",
    instruction: "Mohon jadwal resmi dari dinas disampaikan ke desa.",
    outcome: "answered",
    answer: [
      "Jadwal sudah kami terima dan kami sampaikan.",
      "Perekaman keliling di balai desa pukul 09.00 sampai 14.00, bawa fotokopi KK.",
      "Perubahan jadwal diumumkan paling lambat satu hari sebelumnya.",
    ],
    capacity: "Perangkat desa",
  },
  {
    category: "INFO-REQ",
    title: "Permintaan salinan data jumlah penduduk per dusun",
    description:
      "Mahasiswa kuliah kerja nyata meminta jumlah penduduk per dusun {desa} untuk rencana kegiatan.",
    instruction: "Mohon diberikan data tanpa nama.",
    outcome: "answered",
    answer: [
      "Permintaan data sudah diterima dan dicatat.",
      "Data jumlah per dusun tanpa nama diserahkan dalam berkas.",
      "Hasil kegiatan diminta disampaikan ke kecamatan.",
    ],
    capacity: "Mahasiswa",
  },
  {
    category: "OTHER",
    title: "Anjing liar berkeliaran di sekitar sekolah",
    description:
      "Kira-kira {sedikit} anjing liar berkeliaran di sekitar SD dekat {tempat}. Seorang murid hampir digigit.",
    instruction: "Mohon ditelaah pihak yang berwenang dan langkah cepatnya.",
    progress: "Sudah berkoordinasi dengan petugas kesehatan hewan.",
    answer: [
      "Laporan sudah ditelaah sekretariat.",
      "Petugas kesehatan hewan menangkap dan memvaksin anjing bersama desa.",
      "Warga diminta mengikat peliharaannya.",
    ],
    capacity: "Wali murid",
  },
  {
    category: "OTHER",
    title: "Pohon besar condong ke jalan {tempat}",
    description:
      "Pohon besar condong ke jalan dan akarnya terangkat. Pemilik lahan di luar daerah dan sulit dihubungi.",
    instruction: "Mohon koordinasi penebangan dengan pemilik dan desa.",
    misroute: {
      to: "BPBD",
      reason: "Belum termasuk kejadian bencana, mohon dikoordinasikan kecamatan dan desa.",
    },
    answer: [
      "Pemilik lahan sudah dihubungi lewat keluarganya.",
      "Pohon ditebang bersama warga dan kayunya diserahkan kepada pemilik.",
      "Desa mendata pohon rawan tumbang lainnya.",
    ],
    capacity: "Warga",
  },
];
