import type { Scenario } from "../scenario";

/** Prices, farms, work, gardens, tourism and heritage. */
export const livelihoods: readonly Scenario[] = [
  {
    category: "ECO-INFL",
    title: "LPG 3 kg dijual di atas harga eceran tertinggi",
    description:
      "Di tiga pangkalan dekat {tempat} LPG 3 kg dijual jauh di atas harga eceran tertinggi dan pembeli dibatasi satu tabung. Antrean sejak pukul 06.00.",
    instruction: "Mohon pengecekan pangkalan dan penambahan pasokan.",
    progress: "Pengecekan pangkalan dilakukan bersama Polsek.",
    answer: [
      "Pangkalan sudah diperiksa dan ditegur tertulis.",
      "Operasi pasar digelar dan harga kembali sesuai ketentuan.",
      "Papan harga dipasang, pelanggaran berikutnya diteruskan ke agen.",
    ],
    reopened: "Harga naik lagi sepekan setelah operasi pasar.",
    capacity: "Ibu rumah tangga",
  },
  {
    category: "ECO-INFL",
    title: "Harga cabai dan bawang naik dua kali lipat di pasar {desa}",
    description:
      "Harga cabai rawit naik dua kali lipat dalam sepekan. Pedagang mengatakan pasokan dari luar daerah berkurang.",
    instruction: "Mohon pemantauan harga dan langkah tim pengendalian inflasi.",
    months: [1, 2, 3, 11, 12],
    answer: [
      "Harga dipantau tiga hari berturut-turut.",
      "Pasar murah digelar dan pasokan dari kecamatan lain didatangkan.",
      "Gerakan menanam cabai di pekarangan dilanjutkan PKK.",
    ],
    capacity: "Pedagang",
  },
  {
    category: "ECO-INFL",
    title: "Beras medium langka di kios {tempat}",
    description:
      "Tiga kios di {tempat} kehabisan beras medium, yang tersisa hanya beras mahal. Warga menunggu kiriman berikutnya.",
    instruction: "Mohon pengecekan penyaluran dan pasar murah bila perlu.",
    answer: [
      "Penyaluran sudah diperiksa bersama Bulog.",
      "Kiriman beras SPHP ditambah untuk kios mitra.",
      "Stok kios dilaporkan setiap Senin ke kecamatan.",
    ],
    capacity: "Pemilik kios",
  },
  {
    category: "AGR-FARM",
    title: "Pupuk bersubsidi belum tersedia menjelang tanam",
    description:
      "Kelompok tani {tempat} sudah terdaftar, tetapi kios belum menerima pupuk urea. Waktu tanam tinggal dua pekan.",
    instruction: "Mohon pengecekan alokasi dan jadwal kirim.",
    months: [10, 11, 12, 3, 4],
    progress: "Alokasi sudah dicek, kiriman dijadwalkan pekan ini.",
    misroute: {
      to: "DISDAG",
      reason: "Alokasi pupuk bersubsidi dikelola Dinas Pertanian, mohon diteruskan.",
    },
    answer: [
      "Alokasi kelompok tani sudah dicocokkan.",
      "Pupuk dikirim ke kios dan diambil sesuai daftar.",
      "Penyuluh memantau penyaluran sampai tanam selesai.",
    ],
    capacity: "Ketua kelompok tani",
  },
  {
    category: "AGR-FARM",
    title: "Serangan wereng di {banyak} petak sawah",
    description:
      "Wereng menyerang {banyak} petak sawah di {tempat}. Daun menguning dari tepi dan menyebar cepat.",
    instruction: "Mohon pemeriksaan pengamat hama dan gerakan pengendalian.",
    regions: ["ngawi", "balangan"],
    progress: "Pengamat hama sudah ke sawah, gerakan pengendalian Sabtu.",
    answer: [
      "Serangan sudah diamati dan masih dapat dikendalikan.",
      "Gerakan pengendalian bersama dilakukan dengan agens hayati.",
      "Tanam serempak dan varietas tahan dianjurkan musim depan.",
    ],
    capacity: "Petani",
  },
  {
    category: "AGR-FARM",
    title: "Sapi warga {tempat} sakit kuku dan mulut",
    description:
      "Empat sapi di {tempat} tidak mau makan dan kukunya luka. Pemilik khawatir menular ke kandang lain.",
    instruction: "Mohon pemeriksaan dokter hewan dan pembatasan lalu lintas ternak.",
    answer: [
      "Ternak sudah diperiksa petugas kesehatan hewan.",
      "Sapi diobati dan dipisahkan, kandang disemprot, ternak sekitar divaksin.",
      "Pasar ternak desa dipantau selama satu bulan.",
    ],
    capacity: "Peternak",
  },
  {
    category: "AGR-FARM",
    title: "Harga bokar turun, penyadap meminta lelang bersama",
    description:
      "Harga bokar di {tempat} turun dan setiap pengumpul memakai potongan berbeda. Kelompok meminta lelang bersama.",
    instruction: "Mohon fasilitasi unit pengolahan dan pemasaran bokar.",
    regions: ["meratus", "balangan"],
    hold: { waitingFor: "third_party", reason: "Menunggu pembeli yang ikut lelang." },
    answer: [
      "Kelompok dan calon pembeli sudah dipertemukan.",
      "Lelang bersama berjalan tiap dua pekan dengan timbangan yang ditera.",
      "Mutu bokar dibina penyuluh agar harga bertahan.",
    ],
    capacity: "Ketua kelompok tani",
  },
  {
    category: "AGR-FARM",
    title: "Saluran irigasi tersumbat, sawah {tempat} tidak terairi",
    description:
      "Saluran tersier tertimbun longsoran tepi sepanjang {sedikit} meter. Petani bergiliran air pada malam hari.",
    instruction: "Mohon pengerukan dan perbaikan tepi saluran.",
    regions: ["ngawi", "balangan"],
    misroute: {
      to: "DPUPR",
      reason: "Saluran tersier dikelola kelompok pemakai air, dibina Dinas Pertanian.",
    },
    answer: [
      "Saluran sudah diperiksa bersama kelompok pemakai air.",
      "Longsoran dikeruk dan tepi diperkuat cerucuk bambu.",
      "Pemeliharaan rutin dijadwalkan sebelum tiap musim tanam.",
    ],
    reopened: "Tepi saluran longsor lagi di titik yang sama.",
    capacity: "Petani",
  },
  {
    category: "AGR-P2L",
    title: "Kelompok wanita tani meminta bibit kebun pekarangan",
    description:
      "KWT {tempat} dengan {banyak} anggota siap menanam sayur di pekarangan. Rumah bibit sudah dibuat swadaya.",
    instruction: "Mohon dukungan bibit dan pendampingan penyuluh.",
    progress: "Rumah bibit sudah dilihat, jenis bibit disepakati.",
    answer: [
      "Kelompok sudah dikunjungi penyuluh.",
      "Bibit cabai, terong, dan kangkung diserahkan beserta polibag.",
      "Hasil panen dicatat tiap bulan dalam kilogram.",
    ],
    capacity: "Ketua KWT",
  },
  {
    category: "JOB-MATCH",
    title: "{sedikit} pemuda mencari pelatihan mengelas",
    description:
      "{sedikit} pemuda lulusan SMA dari {tempat} ingin pelatihan las dan bersedia ditempatkan di luar daerah.",
    instruction: "Mohon informasi pelatihan BLK dan lowongan yang ada.",
    outcome: "answered",
    answer: [
      "Data pencari kerja sudah dicatat.",
      "Lima orang diterima di pelatihan las gelombang terdekat.",
      "Hasil penempatan dilaporkan tiga bulan setelah pelatihan.",
    ],
    capacity: "Karang Taruna",
  },
  {
    category: "JOB-MATCH",
    title: "Ibu-ibu {tempat} menanyakan lowongan pabrik garmen",
    description:
      "Kabar lowongan garmen beredar lewat pesan. {sedikit} ibu menanyakan kebenarannya dan syarat usia.",
    instruction: "Mohon dipastikan ke perusahaan melalui dinas.",
    regions: ["ngawi"],
    outcome: "answered",
    answer: [
      "Lowongan sudah dipastikan benar melalui dinas.",
      "Syarat, tanggal tes, dan tempat pendaftaran disampaikan tertulis.",
      "Pendaftaran tidak dipungut biaya, pungutan agar dilaporkan.",
    ],
  },
  {
    category: "CSR-SKILL",
    title: "Permintaan mesin jahit untuk kelompok difabel",
    description:
      "Kelompok jahit {sedikit} anggota di {tempat} memakai satu mesin bergantian. Mereka meminta dukungan CSR untuk tiga mesin.",
    instruction: "Mohon dipertemukan dengan forum CSR.",
    hold: { waitingFor: "third_party", reason: "Menunggu jadwal rapat forum CSR." },
    answer: [
      "Proposal kelompok sudah diperiksa dan diperbaiki bersama.",
      "Perusahaan mitra menyerahkan tiga mesin jahit dan pelatihan dasar.",
      "Kelompok melaporkan hasil usaha tiap triwulan.",
    ],
    capacity: "Ketua kelompok",
  },
  {
    category: "TOU-VILL",
    title: "Penataan jalur ke riam membutuhkan papan petunjuk",
    description:
      "Pengunjung riam di {desa} sering tersesat ke kebun warga. Kelompok sadar wisata meminta papan petunjuk dan tempat sampah.",
    instruction: "Mohon pendampingan kelompok sadar wisata.",
    regions: ["meratus"],
    outcome: "planned",
    answer: [
      "Jalur sudah ditinjau bersama kelompok sadar wisata.",
      "Papan petunjuk dibuat swadaya, rancangan penataan diusulkan ke dinas.",
      "Aturan pengunjung dan retribusi dibahas dalam musyawarah desa.",
    ],
    capacity: "Pengurus pokdarwis",
  },
  {
    category: "TOU-VILL",
    title: "Kampung tematik {tempat} meminta promosi produk olahan",
    description:
      "Warga {tempat} mengolah keripik tempe dan ledre. Mereka ingin masuk kalender wisata dan mendapat pelatihan kemasan.",
    instruction: "Mohon pelatihan kemasan dan promosi bersama dinas.",
    regions: ["ngawi"],
    answer: [
      "Produk warga sudah didata dan difoto.",
      "Pelatihan kemasan diadakan, produk masuk katalog kecamatan.",
      "Penjualan dicatat kelompok untuk evaluasi enam bulan.",
    ],
    capacity: "Ketua kelompok",
  },
  {
    category: "CUL-HER",
    title: "Temuan bata kuno saat menggali pondasi",
    description:
      "Warga {tempat} menemukan susunan bata berukuran besar saat menggali pondasi rumah. Penggalian dihentikan dan lokasi ditutup terpal.",
    instruction: "Mohon peninjauan, temuan jangan dipindahkan.",
    regions: ["ngawi"],
    progress: "Lokasi sudah diberi garis pembatas bersama Polsek.",
    hold: {
      waitingFor: "third_party",
      reason: "Menunggu peninjauan Balai Pelestarian Kebudayaan.",
    },
    answer: [
      "Temuan sudah ditinjau dan dicatat.",
      "Lokasi diberi pembatas, pondasi digeser atas kesepakatan pemilik.",
      "Hasil kajian diteruskan ke Balai Pelestarian Kebudayaan.",
    ],
    capacity: "Pemilik lahan",
  },
  {
    category: "CUL-HER",
    title: "Balai adat meminta dukungan aruh tahunan",
    description:
      "Pengurus balai adat {desa} akan menggelar aruh setelah panen. Dibutuhkan dukungan pencatatan sebagai warisan budaya dan perbaikan lantai balai.",
    instruction: "Mohon pendataan kegiatan budaya dan arahan dukungan.",
    regions: ["meratus"],
    outcome: "answered",
    answer: [
      "Kegiatan sudah didata bersama pengurus adat.",
      "Pencatatan sebagai objek kebudayaan diajukan, lantai balai diperbaiki swadaya dengan bantuan desa.",
      "Dokumentasi aruh diserahkan ke dinas atas izin pengurus adat.",
    ],
    capacity: "Pengurus adat",
  },
];
