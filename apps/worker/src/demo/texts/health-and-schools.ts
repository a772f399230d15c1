import type { Scenario } from "../scenario";

/** Health, nutrition and schooling. */
export const healthAndSchools: readonly Scenario[] = [
  {
    category: "HLT-STUNT",
    title: "{sedikit} balita bergaris merah pada penimbangan terakhir",
    description:
      "Pada penimbangan posyandu {tempat} bulan ini {sedikit} balita berada di bawah garis merah. Orang tua bekerja di kebun dan anak dititipkan ke kakek nenek. Nama anak disampaikan terpisah.",
    instruction: "Mohon validasi pengukuran dan rencana pemberian makanan tambahan.",
    progress: "Validasi alat ukur dan pengukuran ulang sudah dilakukan.",
    answer: [
      "Hasil ukur sudah divalidasi petugas gizi.",
      "Makanan tambahan lokal diberikan selama dua pekan, orang tua didampingi kader.",
      "Pengukuran diulang pada posyandu bulan depan dan dicatat.",
    ],
    capacity: "Kader posyandu",
  },
  {
    category: "HLT-STUNT",
    title: "Dua ibu hamil kurang energi kronis belum mendapat makanan tambahan",
    description:
      "Bidan mencatat dua ibu hamil di {tempat} dengan lingkar lengan di bawah batas. Stok makanan tambahan di pustu kosong.",
    instruction: "Mohon pemenuhan makanan tambahan dan kunjungan bidan.",
    answer: [
      "Kedua ibu hamil sudah dikunjungi bidan.",
      "Makanan tambahan dikirim dari gudang dan diserahkan di rumah.",
      "Pemeriksaan kehamilan dijadwalkan tiap dua pekan.",
    ],
    capacity: "Bidan desa",
  },
  {
    category: "HLT-SVC",
    title: "Pustu kosong, warga berobat ke desa lain",
    description:
      "Perawat pustu dipindahkan sejak awal bulan dan belum diganti. Warga {tempat} menempuh hampir satu jam untuk berobat.",
    instruction: "Mohon kejelasan jadwal petugas pengganti.",
    progress: "Jadwal petugas sementara sedang disusun.",
    misroute: {
      to: "PUSKESMAS",
      reason: "Penempatan tenaga ditetapkan Dinas Kesehatan, mohon diteruskan ke sana.",
    },
    answer: [
      "Kekosongan petugas sudah disampaikan ke Dinas Kesehatan.",
      "Petugas bergantian ditempatkan tiga hari sepekan sampai ada pengganti tetap.",
      "Jadwal ditempel di pustu dan kantor desa.",
    ],
    reopened: "Petugas bergantian hanya datang satu kali dalam dua pekan.",
  },
  {
    category: "HLT-SVC",
    title: "Obat darah tinggi habis sebelum akhir bulan",
    description:
      "Pasien lansia {tempat} dua kali pulang tanpa obat. Sebagian membeli sendiri, sebagian berhenti minum.",
    instruction: "Mohon penjelasan ketersediaan obat dan jadwal pengambilan.",
    answer: [
      "Perkiraan kebutuhan obat sudah diperbaiki.",
      "Stok ditambah dan pasien rutin dijadwalkan mengambil obat pada tanggal yang tetap.",
      "Kader mengingatkan pasien yang belum mengambil obat.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "HLT-OUT",
    title: "Empat warga {tempat} demam berdarah dalam dua pekan",
    description:
      "Empat warga dirawat karena demam berdarah, jarak rumahnya kurang dari seratus meter. Banyak penampungan air terbuka.",
    instruction: "Mohon penyelidikan epidemiologi dan pengasapan bila perlu.",
    months: [1, 2, 3, 4, 11, 12],
    progress: "Penyelidikan di radius seratus meter sedang berjalan.",
    answer: [
      "Penyelidikan menemukan jentik di {banyak} rumah.",
      "Pengasapan fokus dilakukan dan kerja bakti menutup penampungan air.",
      "Pemantauan jentik mingguan oleh kader selama satu bulan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "HLT-OUT",
    title: "Belasan warga diare setelah hajatan",
    description:
      "Belasan warga {tempat} diare sejak semalam setelah makan di hajatan yang sama, dua anak lemas. Sisa makanan disimpan untuk diperiksa.",
    instruction: "Mohon penanganan segera dan pengambilan contoh makanan.",
    answer: [
      "Petugas datang pada hari yang sama dan merawat pasien di balai desa.",
      "Dua anak dirujuk, pasien lain pulih dengan oralit; contoh makanan dikirim ke laboratorium.",
      "Penyuluhan pengolahan makanan diberikan kepada kelompok masak desa.",
    ],
    capacity: "Perangkat desa",
  },
  {
    category: "EDU-DROP",
    title: "Dua anak berhenti sekolah untuk ikut menyadap karet",
    description:
      "Dua anak usia SMP di {tempat} sudah tiga bulan tidak masuk sekolah karena membantu orang tua di kebun. Orang tua bersedia bila ada sekolah terbuka.",
    instruction: "Mohon kunjungan keluarga dan pilihan sekolah atau kejar paket.",
    regions: ["meratus", "balangan"],
    progress: "Kunjungan pertama ke keluarga sudah dilakukan.",
    answer: [
      "Keluarga sudah dikunjungi bersama sekolah.",
      "Satu anak kembali ke SMP, satu anak masuk kejar paket B.",
      "Kehadiran dipantau wali kelas dan dilaporkan tiap bulan.",
    ],
    capacity: "Guru",
  },
  {
    category: "EDU-DROP",
    title: "Anak kelas 6 tidak melanjutkan karena biaya seragam",
    description:
      "Seorang anak di {tempat} lulus SD tetapi tidak mendaftar SMP karena tidak ada biaya seragam dan sepatu. Ayahnya buruh tani.",
    instruction: "Mohon bantuan perlengkapan dan pendaftaran susulan.",
    regions: ["ngawi"],
    answer: [
      "Pendaftaran susulan sudah disetujui sekolah.",
      "Perlengkapan sekolah dibantu melalui donatur dan dana sosial sekolah.",
      "Usulan Program Indonesia Pintar diajukan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "EDU-FAC",
    title: "Plafon dua ruang kelas SD lepas",
    description:
      "Plafon kelas 3 dan 4 lepas setelah angin kencang. {banyak} murid belajar bergantian di perpustakaan.",
    instruction: "Mohon pemeriksaan bangunan dan penanganan darurat.",
    progress: "Tim teknis sudah memeriksa, menunggu persetujuan anggaran darurat.",
    hold: { waitingFor: "budget", reason: "Menunggu persetujuan belanja tidak terduga." },
    misroute: {
      to: "DPUPR",
      reason: "Bangunan sekolah ditangani Dinas Pendidikan, kami siap membantu pemeriksaan teknis.",
    },
    answer: [
      "Bangunan sudah diperiksa dan dinyatakan aman setelah plafon dibersihkan.",
      "Plafon diganti, murid kembali ke kelas.",
      "Pemeliharaan atap masuk rencana sekolah tahun depan.",
    ],
    capacity: "Kepala sekolah",
  },
  {
    category: "EDU-FAC",
    title: "Jembatan kayu menuju SD lapuk, murid memutar",
    description:
      "Jembatan kayu sepanjang {sedikit} meter menuju SD lapuk di dua balok. Murid {tempat} memutar setengah jam lewat jalan kebun.",
    instruction: "Mohon penanganan akses sekolah bersama desa.",
    regions: ["meratus"],
    answer: [
      "Balok yang lapuk sudah diperiksa bersama desa.",
      "Jembatan diperkuat gotong royong dengan kayu dari desa dan papan dari dinas.",
      "Penggantian dengan rangka baja diusulkan pada Musrenbang.",
    ],
    capacity: "Komite sekolah",
  },
];
