import type { Scenario } from "../scenario";

/** Apparatus, institutions, money and data of the village; staffing and coaching. */
export const villageGovernment: readonly Scenario[] = [
  {
    category: "VIL-CAP",
    title: "Operator desa baru belum bisa mengisi aplikasi persuratan",
    description:
      "Operator desa berganti bulan lalu tanpa serah terima. Surat pengantar {tempat} dikerjakan tangan dan warga menunggu sampai dua hari.",
    instruction: "Mohon pendampingan operator baru selama dua kali pertemuan.",
    progress: "Pertemuan pertama sudah dilakukan, templat surat disalin.",
    answer: [
      "Operator baru sudah didampingi di kantor desa.",
      "Templat surat dan buku register disiapkan, kata sandi aplikasi diatur ulang.",
      "Operator dapat bertanya lewat loket kecamatan setiap hari kerja.",
    ],
    capacity: "Sekretaris Desa",
  },
  {
    category: "VIL-CAP",
    title: "Perangkat desa meminta pelatihan menyusun peraturan desa",
    description:
      "Rancangan peraturan desa tentang pungutan pasar desa dua kali dikembalikan karena salah susunan. {sedikit} perangkat bersedia ikut pelatihan.",
    instruction: "Mohon telaah rancangan dan pelatihan singkat penyusunan peraturan desa.",
    answer: [
      "Rancangan sudah ditelaah dan catatannya disampaikan.",
      "Klinik penyusunan peraturan desa diadakan di kecamatan, rancangan diperbaiki bersama.",
      "Rancangan hasil perbaikan dievaluasi sebelum ditetapkan.",
    ],
    outcome: "answered",
    capacity: "Kasi Pemerintahan Desa",
  },
  {
    category: "VIL-FAC",
    title: "Komputer desa rusak, pelayanan surat terhenti",
    description:
      "Komputer pelayanan mati sejak hujan petir Senin malam. Tidak ada cadangan, {banyak} permohonan surat tertunda.",
    instruction: "Mohon pinjaman perangkat dan arahan perbaikan melalui APB Desa.",
    progress: "Perangkat pinjaman sudah disiapkan di kecamatan.",
    answer: [
      "Perangkat pinjaman sudah diantar ke kantor desa.",
      "Catu daya dan papan utama diganti melalui belanja pemeliharaan desa.",
      "Desa memasang pengaman petir sederhana pada perubahan anggaran.",
    ],
    hold: { waitingFor: "budget", reason: "Menunggu perubahan APB Desa ditetapkan." },
    capacity: "Kaur Umum",
  },
  {
    category: "VIL-FAC",
    title: "Atap balai desa bocor, rapat dipindah ke rumah warga",
    description:
      "Seng balai desa lepas di sisi belakang sepanjang kira-kira {sedikit} meter. Arsip sudah dipindah, rapat sementara di rumah Ketua {rt}.",
    instruction: "Mohon pemeriksaan kelayakan bangunan dan perkiraan biaya.",
    misroute: {
      to: "DPUPR",
      reason:
        "Bangunan adalah aset desa, pembiayaannya melalui APB Desa. Mohon diteruskan ke DPMD.",
    },
    outcome: "planned",
    answer: [
      "Kerusakan sudah diperiksa bersama perangkat desa.",
      "Perbaikan darurat dikerjakan swadaya, perbaikan tetap dianggarkan desa.",
      "Pekerjaan diperiksa kembali setelah anggaran perubahan berjalan.",
    ],
    capacity: "Kepala Desa",
  },
  {
    category: "VIL-BPD",
    title: "Musyawarah BPD tidak pernah membuat notula",
    description:
      "Tiga musyawarah terakhir tidak meninggalkan notula maupun daftar hadir, sehingga keputusan tentang usulan {tempat} diperdebatkan ulang.",
    instruction: "Mohon pembinaan sekretaris BPD dan contoh berita acara.",
    answer: [
      "Sekretaris BPD sudah dibina bersama Kasi Pemerintahan.",
      "Contoh notula dan daftar hadir diserahkan, keputusan terakhir ditulis ulang dan disepakati.",
      "Notula musyawarah berikutnya dikirim ke kecamatan.",
    ],
    capacity: "Warga",
  },
  {
    category: "VIL-BPD",
    title: "Pengisian anggota BPD antarwaktu belum diproses",
    description:
      "Satu anggota BPD perwakilan {tempat} mengundurkan diri sejak tiga bulan lalu. Desa belum tahu berkas apa yang harus disiapkan.",
    instruction: "Mohon petunjuk tata cara pengisian anggota antarwaktu.",
    misroute: {
      to: "BAGIAN_PEMERINTAHAN",
      reason: "Pembinaan BPD berada pada DPMD, berkas kami kembalikan untuk diteruskan.",
    },
    outcome: "answered",
    answer: [
      "Tata cara pengisian antarwaktu sudah dijelaskan tertulis.",
      "Desa menyusun panitia dan jadwal musyawarah perwakilan wilayah.",
      "Berkas usulan diperiksa kecamatan sebelum dikirim ke bupati.",
    ],
    capacity: "Sekretaris Desa",
  },
  {
    category: "VIL-LPM",
    title: "SK pengurus LPM sudah berakhir, belum ada musyawarah",
    description:
      "Masa bakti pengurus LPM habis pertengahan tahun. Kegiatan swadaya di {tempat} berjalan tanpa penanggung jawab.",
    instruction: "Mohon fasilitasi musyawarah pembentukan pengurus baru.",
    answer: [
      "Jadwal musyawarah sudah disepakati dengan desa.",
      "Pengurus baru dipilih dan SK ditetapkan kepala desa.",
      "Rencana kerja disampaikan pada rapat koordinasi bulan berikutnya.",
    ],
    capacity: "Kasi Kesejahteraan",
  },
  {
    category: "VIL-LKD",
    title: "Posyandu {tempat} kekurangan kader",
    description:
      "Dari lima kader tinggal dua yang aktif. Penimbangan bulan ini melayani {banyak} anak sampai sore.",
    instruction: "Mohon pembinaan kader baru dan dukungan insentif dari desa.",
    misroute: {
      to: "PUSKESMAS",
      reason: "Pembentukan dan insentif kader adalah urusan desa; kami siap melatih kader baru.",
    },
    answer: [
      "Perekrutan kader dibahas dengan TP PKK dan desa.",
      "Empat kader baru ditetapkan dan dilatih dua hari di Puskesmas.",
      "Insentif kader dimasukkan ke anggaran desa mulai triwulan depan.",
    ],
    capacity: "Kader posyandu",
  },
  {
    category: "VIL-LKD",
    title: "Karang Taruna {desa} tidak punya kegiatan sejak pergantian pengurus",
    description:
      "Pengurus baru belum pernah rapat. Pemuda {tempat} meminta lapangan voli diperbaiki dan kegiatan malam minggu yang terarah.",
    instruction: "Mohon fasilitasi rapat kerja Karang Taruna bersama desa.",
    answer: [
      "Rapat kerja Karang Taruna sudah difasilitasi.",
      "Tiga kegiatan disepakati: turnamen voli, bank sampah, dan pelatihan sablon.",
      "Kegiatan pertama didampingi Kasi PMD.",
    ],
    capacity: "Pemuda",
  },
  {
    category: "VIL-FIN",
    title: "SPJ Dana Desa tahap II belum masuk Siskeudes",
    description:
      "Bukti belanja kegiatan jalan usaha tani di {tempat} belum lengkap, Kaur Keuangan sakit dua pekan. Pencairan tahap berikutnya menunggu.",
    instruction: "Mohon pendampingan penyusunan SPJ dan penunjukan pelaksana sementara.",
    progress: "Pelaksana harian sudah ditunjuk, bukti belanja sedang dirapikan.",
    answer: [
      "SPJ sudah diperiksa bersama pelaksana harian.",
      "Kuitansi dan dokumentasi dilengkapi, data masuk Siskeudes.",
      "Kaur Keuangan dan pelaksana harian membuat berita acara serah terima.",
    ],
    hold: { waitingFor: "third_party", reason: "Menunggu salinan bukti dari toko bahan." },
    reopened: "Satu kegiatan ternyata belum terbaca di aplikasi kabupaten.",
    capacity: "Kepala Desa",
  },
  {
    category: "VIL-FIN",
    title: "Laporan realisasi APB Desa semester belum lengkap",
    description:
      "Laporan realisasi semester dikembalikan karena saldo kas tunai dan buku bank berbeda. Desa meminta bantuan rekonsiliasi.",
    instruction: "Mohon rekonsiliasi bersama Kaur Keuangan sebelum akhir bulan.",
    answer: [
      "Rekonsiliasi sudah dilakukan bersama desa.",
      "Selisih berasal dari pajak yang belum dicatat, pembukuan dibetulkan.",
      "Buku bank dicocokkan setiap akhir bulan dan diperlihatkan saat evaluasi.",
    ],
    capacity: "Kaur Keuangan",
  },
  {
    category: "VIL-DATA",
    title: "Profil desa belum bisa diisi, data RT kosong",
    description:
      "Tiga RT belum menyerahkan data keluarga dan lahan. Ketua {rt} meminta formulir yang lebih sederhana.",
    instruction: "Mohon formulir ringkas dan jadwal pendataan bersama.",
    misroute: {
      to: "DISKOMINFO",
      reason: "Kami mengelola aplikasi, isian profil desa dibina DPMD. Mohon diteruskan.",
    },
    answer: [
      "Formulir satu halaman sudah disiapkan.",
      "Pendataan tiga RT selesai dalam sepekan dengan bantuan pemuda.",
      "Operator memasukkan data dan memeriksa ulang bersama ketua RT.",
    ],
    capacity: "Operator Desa",
  },
  {
    category: "VIL-PROG",
    title: "Hasil musyawarah dusun tidak masuk RKP Desa",
    description:
      "Usulan saluran air {tempat} disepakati musyawarah tetapi hilang dari daftar RKP Desa. Warga meminta penjelasan.",
    instruction: "Mohon telusuri daftar usulan dan jelaskan kepada warga.",
    outcome: "planned",
    answer: [
      "Daftar usulan sudah ditelusuri bersama tim penyusun.",
      "Usulan tercecer saat pengetikan dan dimasukkan ke daftar perubahan RKP Desa.",
      "Desa menempel daftar usulan di papan pengumuman setiap musyawarah.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "VIL-EMP",
    title: "Kelompok UP2K berhenti, modal bergulir macet",
    description:
      "Pinjaman bergulir {sedikit} anggota belum kembali. Pengurus takut menagih dan kegiatan berhenti sejak Lebaran.",
    instruction: "Mohon pendampingan penyelesaian secara musyawarah.",
    answer: [
      "Pertemuan anggota sudah difasilitasi.",
      "Angsuran dijadwal ulang tertulis, aturan pinjaman disederhanakan.",
      "Pembukuan kelompok diperiksa tiap dua bulan.",
    ],
    capacity: "Ketua kelompok",
  },
  {
    category: "VIL-EMP",
    title: "BUM Desa meminta pendampingan usaha simpan hasil panen",
    description:
      "Gudang BUM Desa sudah ada, tetapi pengelola belum bisa menghitung biaya simpan dan harga beli yang wajar bagi {banyak} petani.",
    instruction: "Mohon pendampingan perhitungan usaha dan penyertaan modal.",
    regions: ["ngawi", "balangan"],
    answer: [
      "Perhitungan usaha sudah disusun bersama pengelola.",
      "Harga beli dan biaya simpan ditetapkan dalam musyawarah BUM Desa.",
      "Laporan laba rugi sederhana dibuat tiap musim panen.",
    ],
    capacity: "Direktur BUM Desa",
  },
  {
    category: "GOV-STAFF",
    title: "Petugas pelayanan kosong setiap Jumat",
    description:
      "Satu petugas pelayanan pensiun dan belum ada pengganti. Pada hari Jumat loket tutup sebelum pukul 10.00, warga {tempat} pulang dengan tangan kosong.",
    instruction: "Mohon pengaturan petugas bergantian dari sekretariat.",
    answer: [
      "Kekosongan petugas sudah dibahas dengan sekretariat.",
      "Petugas bergantian ditetapkan setiap Jumat sampai ada pengganti.",
      "Usulan formasi disampaikan ke kabupaten.",
    ],
    capacity: "Warga",
  },
  {
    category: "GOV-COACH",
    title: "Konsultasi susunan organisasi perangkat desa",
    description:
      "Desa naik klasifikasi dan ingin menambah satu kepala urusan. Mohon penjelasan syarat dan tata cara seleksi.",
    instruction: "Mohon dijawab tertulis beserta rujukan aturannya.",
    outcome: "answered",
    answer: [
      "Syarat dan tahapan sudah dijelaskan di loket dan tertulis.",
      "Desa dapat menambah satu kepala urusan setelah peraturan desa tentang susunan organisasi ditetapkan.",
      "Rancangan peraturan dikonsultasikan sebelum seleksi dibuka.",
    ],
    capacity: "Sekretaris Desa",
  },
  {
    category: "GOV-COACH",
    title: "Klinik administrasi: tata naskah keputusan kepala desa",
    description:
      "Keputusan kepala desa tentang pengurus {tempat} diminta diperbaiki tata naskahnya sebelum dicatat.",
    instruction: "Mohon diperiksa dan diberi contoh.",
    outcome: "answered",
    answer: [
      "Naskah sudah diperiksa dan diberi catatan.",
      "Contoh keputusan yang benar diserahkan dalam bentuk cetak dan berkas.",
      "Naskah berikutnya dapat diperiksa melalui loket sebelum ditandatangani.",
    ],
    capacity: "Kaur Tata Usaha",
  },
];
