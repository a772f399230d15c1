import type { Scenario } from "../scenario";

/** Social protection: aid, insurance, houses, elders, people with disabilities, data of recipients. */
export const welfare: readonly Scenario[] = [
  {
    category: "WEL-INS",
    title: "KIS tidak aktif saat akan operasi",
    description:
      "Seorang buruh tani dari {tempat} dijadwalkan operasi hernia, tetapi kartu KIS keluarganya tidak aktif. Surat keterangan dari Puskesmas sudah ada.",
    instruction: "Mohon reaktivasi dengan alasan medis, berkas terlampir.",
    progress: "Permohonan reaktivasi sudah diajukan dengan surat faskes.",
    answer: [
      "Permohonan sudah diperiksa pada hari yang sama.",
      "Kepesertaan aktif kembali dan operasi berjalan sesuai jadwal.",
      "Keluarga diingatkan memperbarui data setiap ada perubahan KK.",
    ],
    capacity: "Keluarga pasien",
  },
  {
    category: "WEL-INS",
    title: "Usulan iuran BPJS Ketenagakerjaan bagi {banyak} pekerja rentan",
    description:
      "Desa mengusulkan {banyak} penyadap, buruh tani, dan tukang ojek sebagai peserta bantuan iuran. Daftar nama diserahkan di loket.",
    instruction: "Mohon pemeriksaan syarat dan kuota.",
    outcome: "planned",
    answer: [
      "Daftar pekerja sudah diperiksa.",
      "Sebagian masuk kuota tahun ini, sisanya diusulkan pada anggaran berikutnya.",
      "Desa memberi tahu peserta dan menyimpan kartunya.",
    ],
    capacity: "Kaur Kesra",
  },
  {
    category: "WEL-SAFE",
    title: "Lansia terlantar ditemukan di gubuk kebun",
    description:
      "Seorang lansia ditemukan lemas di gubuk kebun {tempat}, keluarganya belum diketahui. Sementara dirawat di rumah ketua RT.",
    instruction: "Mohon penjemputan dan pemeriksaan kesehatan hari ini.",
    progress: "Petugas sedang menuju lokasi bersama TKSK.",
    answer: [
      "Lansia sudah diperiksa dan dirawat di Puskesmas.",
      "Keluarga ditemukan di kecamatan tetangga dan bersedia merawat.",
      "Kunjungan TKSK dilakukan tiap bulan selama tiga bulan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "WEL-HOUSE",
    title: "Rumah janda tiga anak, dinding bambu lapuk",
    description:
      "Rumah berukuran empat kali enam meter di {tempat} berdinding bambu yang sudah lapuk, lantai tanah, atap bocor. Penghuni janda dengan tiga anak sekolah.",
    instruction: "Mohon verifikasi kelayakan penerima RTLH.",
    progress: "Foto empat sisi dan titik koordinat sudah diambil.",
    hold: { waitingFor: "budget", reason: "Menunggu kuota RTLH tahun anggaran berikutnya." },
    outcome: "planned",
    answer: [
      "Rumah sudah diverifikasi dan memenuhi syarat.",
      "Masuk daftar usulan program rumah tidak layak huni tahun depan.",
      "Sementara atap ditutup terpal dari desa dan gotong royong RT.",
    ],
    capacity: "Kasi Kesejahteraan",
  },
  {
    category: "WEL-HOUSE",
    title: "Rumah roboh sebagian setelah hujan tiga hari",
    description:
      "Dinding samping rumah kayu di {tempat} roboh. Keluarga lima orang tidur di ruang depan. Tanah milik sendiri dengan surat keterangan desa.",
    instruction: "Mohon penilaian kerusakan dan usulan bantuan bahan.",
    months: [11, 12, 1, 2, 3, 4],
    answer: [
      "Kerusakan sudah dinilai bersama perangkat desa.",
      "Bantuan bahan bangunan diserahkan, dinding dikerjakan gotong royong.",
      "Usulan perbaikan menyeluruh masuk daftar tahun depan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "WEL-FOOD",
    title: "Nama {sedikit} keluarga hilang dari daftar bantuan pangan",
    description:
      "{sedikit} keluarga di {tempat} yang menerima tahun lalu tidak ada lagi di daftar bantuan beras, padahal keadaannya belum berubah.",
    instruction: "Mohon pencocokan data dan penjelasan kepada keluarga.",
    progress: "Daftar sudah dicocokkan dengan operator desa.",
    outcome: "forwarded",
    answer: [
      "Daftar penerima ditetapkan pusat, kecamatan mencocokkan dan meneruskan.",
      "Keluarga diusulkan kembali melalui musyawarah desa dan operator SIKS-NG.",
      "Hasil usulan diberitahukan desa begitu daftar baru terbit.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "WEL-FOOD",
    title: "Beras bantuan berkutu dan berbau",
    description:
      "Beras yang diterima {banyak} keluarga di {tempat} berkutu dan berbau apak. Contoh disimpan di kantor desa.",
    instruction: "Mohon penggantian dan pemeriksaan gudang penyalur.",
    answer: [
      "Contoh beras sudah diperiksa bersama penyalur.",
      "Beras diganti dan diantar ke balai desa.",
      "Penyalur memeriksa mutu sebelum pengiriman tahap berikutnya.",
    ],
    reopened: "Sebagian karung pengganti masih berkutu.",
    capacity: "Perangkat desa",
  },
  {
    category: "WEL-DATA",
    title: "Penerima sudah meninggal, bantuan masih tercatat",
    description:
      "Seorang penerima di {tempat} meninggal setahun lalu, tetapi namanya masih ada di daftar. Ahli waris meminta dialihkan.",
    instruction: "Mohon pembaruan data dan penjelasan aturannya.",
    outcome: "answered",
    misroute: {
      to: "DUKCAPIL",
      reason: "Akta kematian sudah terbit. Perubahan daftar penerima berada pada Dinas Sosial.",
    },
    answer: [
      "Data kependudukan dan daftar penerima sudah dicocokkan.",
      "Penerima dinyatakan meninggal pada data; ahli waris diusulkan melalui musyawarah desa.",
      "Penetapan tetap berada pada kementerian, hasilnya diberitahukan desa.",
    ],
    capacity: "Operator Desa",
  },
  {
    category: "WEL-DATA",
    title: "Sanggahan desil: buruh tani tercatat mampu",
    description:
      "Keluarga buruh tani di {tempat} tidak menerima bantuan karena tercatat mampu. Foto rumah dan kronologi disertakan.",
    instruction: "Mohon usul sanggah melalui operator dan musyawarah desa.",
    outcome: "forwarded",
    answer: [
      "Berkas sanggahan sudah diperiksa dan lengkap.",
      "Sanggahan diteruskan melalui operator; kecamatan hanya memfasilitasi.",
      "Hasil pembaruan data diberitahukan desa setelah terbit.",
    ],
    capacity: "Warga",
  },
  {
    category: "WEL-DIS",
    title: "Anak penyandang disabilitas membutuhkan kursi roda",
    description:
      "Seorang anak di {tempat} digendong ke sekolah setiap hari. Kursi roda lama patah dan tidak sesuai ukuran lagi.",
    instruction: "Mohon asesmen dan usulan alat bantu.",
    progress: "Asesmen ukuran sudah dilakukan.",
    answer: [
      "Asesmen kebutuhan alat sudah dilakukan di rumah.",
      "Kursi roda anak diserahkan dan orang tua dilatih memakainya.",
      "Sekolah menyiapkan jalan masuk yang landai.",
    ],
    capacity: "Orang tua",
  },
  {
    category: "WEL-ELD",
    title: "{sedikit} lansia sebatang kara belum mendapat permakanan",
    description:
      "{sedikit} lansia di {tempat} hidup sendiri dan makan dari pemberian tetangga. Mereka belum tercatat sebagai penerima permakanan.",
    instruction: "Mohon pendataan dan usulan layanan permakanan.",
    progress: "Pendataan selesai, menunggu kuota permakanan.",
    hold: { waitingFor: "budget", reason: "Kuota permakanan tahap ini sudah terisi." },
    answer: [
      "Pendataan lansia sudah dilakukan bersama kader.",
      "Permakanan diberikan melalui kelompok masak desa lima hari sepekan.",
      "Kader mengunjungi tiap pekan dan mencatat kesehatannya.",
    ],
    capacity: "Kader lansia",
  },
  {
    category: "WEL-MENT",
    title: "Warga dengan gangguan jiwa dikurung keluarga",
    description:
      "Seorang warga dengan gangguan jiwa di {tempat} dikurung di belakang rumah karena sering pergi malam hari. Keluarga meminta pertolongan.",
    instruction: "Mohon kunjungan tim kesehatan jiwa bersama Polsek dan desa.",
    progress: "Tim sudah berkunjung, keluarga bersedia pasien dirawat.",
    answer: [
      "Pasien sudah dikunjungi dan dilepaskan dari kurungan bersama keluarga.",
      "Pasien dirujuk dan mendapat obat, keluarga dilatih merawat.",
      "Kunjungan rumah tiap bulan dan obat diantar kader.",
    ],
    capacity: "Perangkat desa",
  },
  {
    category: "SOC-VULN",
    title: "Tiga anak yatim piatu diasuh nenek",
    description:
      "Tiga anak di {tempat} diasuh nenek yang sudah tidak bekerja. Kebutuhan sekolah dan makan ditanggung tetangga bergantian.",
    instruction: "Mohon pendampingan keluarga dan pilihan bantuan yang sesuai.",
    progress: "Pendamping sudah berkunjung dan mendata kebutuhan.",
    answer: [
      "Keluarga sudah didampingi dan didata.",
      "Bantuan asistensi anak diusulkan, perlengkapan sekolah diserahkan.",
      "Pendamping berkunjung tiap bulan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "SOC-VULN",
    title: "Lansia merawat istri sakit menahun tanpa pendamping",
    description:
      "Seorang lansia di {tempat} merawat istrinya yang sakit menahun seorang diri. Ia kesulitan ke Puskesmas karena tidak ada kendaraan.",
    instruction: "Mohon pendampingan dan kunjungan rumah.",
    misroute: {
      to: "PUSKESMAS",
      reason: "Kunjungan rumah kami jadwalkan; pendampingan sosialnya mohon ke Dinas Sosial.",
    },
    answer: [
      "Kunjungan rumah sudah dilakukan bersama perawat.",
      "Relawan desa bergantian membantu dan kendaraan desa disiapkan untuk kontrol.",
      "Perkembangan dilaporkan ke kecamatan tiap bulan.",
    ],
    capacity: "Tetangga",
  },
];
