/** The winners of SKK 2023 as seed 003 tells of them, with everybody in them made up. */
export interface WinnerText {
  /** Begins the names of its accounts. */
  readonly prefix: string;
  readonly subdistrictCode: string;
  readonly place: string;
  /** Of 2024: "10-21". */
  readonly sessionDay: string;
  /** An institution that could not come, where one could not. */
  readonly absent?: string;
  readonly innovations: readonly InnovationText[];
  readonly challenge: string;
  readonly pride: string;
  readonly idea: string;
  readonly direction: string;
  /** Kept in 2025. */
  readonly kept: string;
  /** Of this year's session, with the days since it was agreed; null: there was none. */
  readonly open: { readonly text: string; readonly since: number; readonly dueIn: number } | null;
}
export interface InnovationText {
  readonly name: string;
  readonly purpose: string;
  readonly design: string;
  readonly benefit: string;
  readonly kind: "digital" | "non-digital";
  /** What the review of May 2025 came to; null: nobody answered it. */
  readonly rating: "sustained" | "at_risk" | "dormant" | "scaled" | null;
}

export const institutions = ["Biro POD", "BRIDA", "JPIP"] as const;

export const winners: readonly WinnerText[] = [
  {
    ...{ prefix: "modo", subdistrictCode: "35.24.03", place: "Modo", sessionDay: "10-21" },
    innovations: [
      {
        name: "Modo Berbudaya",
        purpose: "Menggali dan merawat khazanah budaya dan arkeologi kecamatan.",
        design:
          "Inventaris situs budaya dan arkeologi tiap desa, kunjungan sekolah, dan juru pelihara desa.",
        benefit: "Situs tercatat, terawat, dan dikenal warga sendiri.",
        ...{ kind: "non-digital", rating: "at_risk" },
      },
    ],
    challenge: "Juru pelihara desa belum memiliki SK dan honor tetap.",
    pride: "Sekolah menjadikan situs desa sebagai ruang belajar.",
    idea: "Peta situs budaya untuk wisata sekolah",
    direction: "Setiap desa memiliki juru pelihara dan jadwal kunjungan sekolah.",
    kept: "Menyusun daftar situs budaya enam desa",
    open: { text: "Menerbitkan SK juru pelihara situs desa", since: 41, dueIn: 20 },
  },
  {
    ...{ prefix: "junrejo", subdistrictCode: "35.79.03", place: "Junrejo", sessionDay: "10-23" },
    innovations: [
      {
        name: "Lansia Smart",
        purpose: "Memberdayakan warga senior lewat kegiatan pengembangan diri.",
        design: "Kelas mingguan bagi warga senior, membatik, dan pemasaran hasil batik.",
        benefit: "Warga senior tetap aktif dan batiknya bernilai ekonomi.",
        ...{ kind: "non-digital", rating: "scaled" },
      },
    ],
    challenge: "Pengajar kelas masih bergantung pada relawan.",
    pride: "Batik karya warga senior dipakai seragam kantor.",
    idea: "Galeri batik warga senior di balai kota",
    direction: "Kelas berjalan di semua desa dan kelurahan dengan pengajar tetap.",
    kept: "Menambah dua kelas di desa yang belum terjangkau",
    open: null,
  },
  {
    ...{ prefix: "wonosari", subdistrictCode: "35.07.32", place: "Wonosari", sessionDay: "10-24" },
    innovations: [
      {
        name: "Kampung Tematik",
        purpose: "Mengangkat ciri tiap kampung sebagai tujuan wisata berbasis komunitas.",
        design: "Profil kampung, kelompok sadar wisata, dan promosi bersama.",
        benefit: "Kunjungan bertambah dan usaha warga tumbuh.",
        ...{ kind: "non-digital", rating: "sustained" },
      },
    ],
    absent: "JPIP",
    challenge: "Promosi masih sendiri-sendiri tiap kampung.",
    pride: "Tiga kampung mengelola tiket masuknya sendiri.",
    idea: "Kalender kunjungan kampung sepanjang tahun",
    direction: "Promosi bersama antarkampung dengan satu kalender.",
    kept: "Menyepakati kalender kunjungan bersama",
    open: null,
  },
  {
    ...{ prefix: "talango", subdistrictCode: "35.29.04", place: "Talango", sessionDay: "10-28" },
    innovations: [
      {
        name: "Jamper",
        purpose: "Menjamin pengawalan penyeberangan dalam keadaan darurat.",
        design: "Nomor siaga, jadwal pengawal, dan catatan tiap permintaan penyeberangan.",
        benefit: "Penyeberangan darurat berjalan tanpa perselisihan.",
        ...{ kind: "non-digital", rating: "sustained" },
      },
    ],
    challenge: "Jadwal siaga malam belum terisi penuh.",
    pride: "Permintaan darurat terlayani tanpa sengketa.",
    idea: "Papan jadwal siaga di dermaga",
    direction: "Siaga penuh siang dan malam dengan anggaran tetap.",
    kept: "Mengisi jadwal siaga malam tiga bulan",
    open: { text: "Memasukkan siaga penyeberangan ke rencana anggaran", since: 12, dueIn: 45 },
  },
  {
    ...{ prefix: "manguharjo", subdistrictCode: "35.77.02", place: "Manguharjo" },
    sessionDay: "10-29",
    innovations: [
      {
        name: "e-Sayur",
        purpose: "Memetakan potensi produktivitas Pekarangan Pangan Lestari.",
        design: "Aplikasi pencatatan kebun pekarangan tiap kelurahan dan peta hasilnya.",
        benefit: "Kelurahan tahu kebun mana yang siap panen.",
        ...{ kind: "digital", rating: "at_risk" },
      },
    ],
    challenge: "Pengurus kebun berganti dan aplikasi jarang dibuka.",
    pride: "Hasil kebun dibagi ke posyandu.",
    idea: "Lomba panen antarkelurahan",
    direction: "Setiap kelurahan memiliki admin kebun yang terlatih.",
    kept: "Melatih admin kebun di tiga kelurahan",
    open: { text: "Melatih sembilan admin kebun kelurahan", since: 72, dueIn: -33 },
  },
  {
    ...{ prefix: "kawedanan", subdistrictCode: "35.20.05", place: "Kawedanan" },
    sessionDay: "10-31",
    innovations: [
      {
        name: "Serasa Desa",
        purpose: "Membina perangkat desa langsung di tempat kerjanya.",
        design: "Kunjungan pembinaan bergilir ke desa dengan catatan temuan.",
        benefit: "Administrasi desa lebih tertib.",
        ...{ kind: "non-digital", rating: "sustained" },
      },
      {
        name: "Rabu Komplit",
        purpose: "Membahas pekerjaan perangkat secara lengkap tiap Rabu.",
        design: "Forum mingguan perangkat kecamatan dan desa dengan satu tema.",
        benefit: "Masalah desa terjawab pada pekan yang sama.",
        ...{ kind: "non-digital", rating: "sustained" },
      },
      {
        name: "Jumat Smart",
        purpose: "Menambah kecakapan perangkat tiap Jumat.",
        design: "Belajar bersama aplikasi dan aturan baru satu jam tiap Jumat.",
        benefit: "Perangkat cakap memakai aplikasi desa.",
        ...{ kind: "digital", rating: "dormant" },
      },
    ],
    challenge: "Jumat Smart berhenti ketika pengajarnya pindah.",
    pride: "Forum Rabu tetap penuh setelah dua tahun.",
    idea: "Satu jadwal untuk ketiga kegiatan",
    direction: "Ketiga kegiatan berjalan dalam satu jadwal dengan pengganti pengajar.",
    kept: "Menetapkan pengganti pengajar untuk tiap kegiatan",
    open: { text: "Menghidupkan kembali Jumat Smart dengan jadwal baru", since: 33, dueIn: 10 },
  },
  {
    ...{ prefix: "pabeancantian", subdistrictCode: "35.78.12", place: "Pabean Cantian" },
    sessionDay: "11-02",
    innovations: [
      {
        name: "Pakar Pisan",
        purpose: "Mempertemukan kebutuhan industri dengan warga pencari kerja.",
        design: "Daftar lowongan mitra, pelatihan dari CSR, dan pertemuan pencari kerja.",
        benefit: "Pencari kerja mendapat keterampilan dan pekerjaan.",
        ...{ kind: "non-digital", rating: null },
      },
    ],
    challenge: "Mitra industri belum melaporkan siapa yang diterima bekerja.",
    pride: "Pelatihan usaha didanai mitra dua tahun berturut-turut.",
    idea: "Bursa kerja bulanan di kelurahan",
    direction: "Setiap mitra melapor tiap triwulan.",
    kept: "Menandatangani kesepakatan dengan lima mitra",
    open: { text: "Mengumpulkan laporan mitra triwulan ini", since: 5, dueIn: 30 },
  },
];
