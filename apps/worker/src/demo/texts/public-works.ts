import type { Scenario } from "../scenario";

/** Roads, water, power, signal, crossings, refuse. */
export const publicWorks: readonly Scenario[] = [
  {
    category: "PUB-ROAD",
    title: "Titian {tempat} lapuk, anak sekolah memutar",
    description:
      "Titian kayu di {tempat} lapuk pada {sedikit} papan dan satu tiang miring. Anak sekolah dan ibu ke pasar memutar lewat jalan besar.",
    instruction: "Mohon pemeriksaan dan penanganan, desa menyiapkan tenaga.",
    regions: ["meratus", "balangan"],
    progress: "Ukuran dan kebutuhan kayu sudah dihitung bersama desa.",
    answer: [
      "Titian sudah diperiksa bersama desa.",
      "Papan dan tiang diganti, titian dapat dilalui lagi.",
      "Penggantian dengan beton diusulkan pada Musrenbang.",
    ],
    reopened: "Dua papan yang baru lepas lagi setelah hujan.",
    capacity: "Ketua RT",
  },
  {
    category: "PUB-ROAD",
    title: "Talud {tempat} retak sepanjang {sedikit} meter",
    description:
      "Talud retak sejak hujan Senin malam. Jalan masih bisa dilewati motor, mobil memutar. Warga memasang tanda bambu.",
    instruction: "Mohon pemeriksaan teknis dan penanganan sementara.",
    months: [10, 11, 12, 1, 2, 3, 4],
    progress: "Pemeriksaan teknis sudah dilakukan, bronjong dipesan.",
    hold: { waitingFor: "season", reason: "Pemasangan bronjong menunggu debit sungai turun." },
    answer: [
      "Talud sudah diperiksa tim teknis.",
      "Bronjong dipasang sebagai penahan dan jalan dibuka untuk mobil kecil.",
      "Pembangunan ulang talud diusulkan tahun anggaran berikutnya.",
    ],
    capacity: "Perangkat desa",
  },
  {
    category: "PUB-ROAD",
    title: "Jalan poros desa berlubang di {sedikit} titik",
    description:
      "Lubang di jalan poros dekat {tempat} sudah dua kali menyebabkan motor jatuh. Kedalaman sampai mata kaki dan tertutup air bila hujan.",
    instruction: "Mohon penambalan dan kejelasan status ruas.",
    progress: "Status ruas sudah dicek, penambalan masuk jadwal pekan depan.",
    misroute: {
      to: "DPMD",
      reason: "Ruas ini berstatus jalan kabupaten, penanganannya pada Dinas PUPR.",
    },
    answer: [
      "Ruas sudah disurvei.",
      "Lubang ditambal dan bahu jalan diratakan.",
      "Ruas masuk daftar pemeliharaan berkala.",
    ],
    reopened: "Tambalan terkelupas setelah truk angkutan lewat.",
    capacity: "Warga",
  },
  {
    category: "PUB-ROAD",
    title: "Drainase depan pasar mampet, air masuk kios",
    description:
      "Saluran di depan pasar {desa} penuh lumpur dan sampah. Setiap hujan lebat air masuk ke {sedikit} kios.",
    instruction: "Mohon pengerukan saluran dan kerja bakti bersama pedagang.",
    answer: [
      "Saluran sudah diperiksa bersama pedagang.",
      "Lumpur dikeruk dan penutup saluran yang patah diganti.",
      "Kerja bakti dijadwalkan tiap bulan dengan pengelola pasar.",
    ],
    capacity: "Pedagang",
  },
  {
    category: "PUB-ROAD",
    title: "Jembatan gantung menuju anak desa putus satu sling",
    description:
      "Satu sling jembatan gantung menuju anak desa putus. Hanya pejalan kaki yang berani lewat, hasil kebun tertahan.",
    instruction: "Mohon pemeriksaan segera dan pembatasan beban.",
    regions: ["meratus"],
    progress: "Jembatan dibatasi untuk pejalan kaki, sling pengganti dipesan.",
    hold: { waitingFor: "third_party", reason: "Menunggu kiriman sling dari penyedia." },
    answer: [
      "Jembatan sudah diperiksa dan bebannya dibatasi.",
      "Sling diganti dan papan lantai dikencangkan.",
      "Pemeriksaan berkala setiap enam bulan bersama desa.",
    ],
    capacity: "Kepala anak desa",
  },
  {
    category: "PUB-WATER",
    title: "Sumur warga {tempat} kering, air dibeli per jeriken",
    description:
      "Sudah tiga pekan sumur {banyak} keluarga kering. Air dibeli per jeriken dan diangkut dengan motor.",
    instruction: "Mohon droping air dan pemeriksaan sumber yang ada.",
    months: [7, 8, 9, 10],
    misroute: {
      to: "BPBD",
      reason: "Belum ada penetapan siaga kekeringan; mohon ditangani sebagai layanan air minum.",
    },
    answer: [
      "Kebutuhan air sudah didata per keluarga.",
      "Air diantar dua kali sepekan dan pompa sumur bor diperbaiki.",
      "Pendalaman sumur bor diusulkan melalui APB Desa.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "PUB-WATER",
    title: "Pipa PAMSIMAS patah di dekat bak penampung",
    description:
      "Pipa induk patah tertimpa dahan. {banyak} sambungan rumah di {tempat} tidak mengalir.",
    instruction: "Mohon bantuan bahan dan pendampingan pengelola PAMSIMAS.",
    progress: "Pipa pengganti sudah dibeli pengelola.",
    answer: [
      "Kerusakan sudah diperiksa bersama pengelola.",
      "Pipa diganti dan dipasang pelindung, air mengalir lagi.",
      "Iuran pemeliharaan disepakati dalam rapat pemakai air.",
    ],
    capacity: "Pengelola PAMSIMAS",
  },
  {
    category: "PUB-WATER",
    title: "Jamban umum rusak, warga kembali ke sungai",
    description:
      "Dua bilik jamban umum {tempat} tidak dapat dipakai karena tangki penuh. Warga kembali ke sungai.",
    instruction: "Mohon penyedotan dan usulan jamban keluarga.",
    regions: ["meratus", "balangan"],
    outcome: "planned",
    answer: [
      "Jamban sudah diperiksa dan disedot.",
      "Jamban umum dapat dipakai lagi, {sedikit} keluarga diusulkan mendapat jamban sendiri.",
      "Pemicuan kebersihan dilakukan bersama sanitarian.",
    ],
    capacity: "Kader kesehatan",
  },
  {
    category: "PUB-POWER",
    title: "Tiang listrik miring di tikungan {tempat}",
    description:
      "Tiang miring sejak tersenggol truk, kabel menjuntai setinggi badan orang. Anak-anak lewat di bawahnya.",
    instruction: "Mohon pengamanan segera oleh PLN.",
    progress: "Laporan sudah diterima petugas PLN, nomor laporan dicatat.",
    outcome: "forwarded",
    answer: [
      "Laporan diteruskan dan ditanggapi PLN.",
      "Tiang ditegakkan dan kabel dinaikkan.",
      "Desa memasang tanda pembatas tinggi kendaraan.",
    ],
    capacity: "Warga",
  },
  {
    category: "PUB-POWER",
    title: "{banyak} rumah di anak desa belum berlistrik",
    description:
      "{banyak} rumah di anak desa memakai genset bergantian sampai pukul {jam}. Jarak dari jaringan terakhir kira-kira tiga kilometer.",
    instruction: "Mohon usulan perluasan jaringan, lampirkan daftar rumah.",
    regions: ["meratus"],
    outcome: "forwarded",
    hold: { waitingFor: "third_party", reason: "Menunggu hasil survei jaringan dari PLN." },
    answer: [
      "Usulan perluasan jaringan sudah diteruskan.",
      "Survei jaringan dilakukan PLN, anak desa masuk rencana listrik desa.",
      "Desa menerima salinan rencana dan memberi tahu warga.",
    ],
    capacity: "Kepala anak desa",
  },
  {
    category: "NET-BLANK",
    title: "Sinyal hilang di tiga RT, laporan tertahan",
    description:
      "Sinyal telepon di {tempat} dan dua RT lain hilang setiap hujan. Laporan kader dan tugas sekolah tertahan sampai keesokan hari.",
    instruction: "Mohon diteruskan ke operator, sertakan titik dan jam gangguan.",
    regions: ["meratus", "balangan"],
    outcome: "forwarded",
    progress: "Titik gangguan sudah dicatat bersama desa.",
    answer: [
      "Titik gangguan sudah diteruskan ke operator seluler.",
      "Operator mengganti catu daya menara; bukti penerusan dilampirkan.",
      "Desa mencatat gangguan sebulan untuk bahan usulan menara baru.",
    ],
    reopened: "Sinyal tetap hilang setiap listrik padam.",
    capacity: "Kader posyandu",
  },
  {
    category: "NET-BLANK",
    title: "Belum ada internet di balai desa dan sekolah",
    description:
      "Balai desa dan SD belum terjangkau internet. Ujian dan pelaporan desa dikerjakan di ibu kota kecamatan.",
    instruction: "Mohon usulan akses internet layanan publik.",
    regions: ["meratus"],
    outcome: "planned",
    misroute: {
      to: "DISDIKBUD",
      reason: "Usulan akses internet dikelola Dinas Kominfo, sekolah kami daftarkan bersama.",
    },
    answer: [
      "Lokasi sudah dicatat dalam daftar daerah tanpa sinyal.",
      "Usulan akses internet satelit untuk balai desa diajukan.",
      "Hasil usulan diberitahukan setelah penetapan lokasi.",
    ],
    capacity: "Kepala Desa",
  },
  {
    category: "TRN-FERRY",
    title: "Rakit penyeberangan kelebihan muatan pada hari pasar",
    description:
      "Pada hari pasar rakit di {tempat} mengangkut motor dan belasan orang sekaligus tanpa pelampung. Air sungai sedang tinggi.",
    instruction: "Mohon pembinaan pemilik rakit dan batas muatan.",
    regions: ["meratus"],
    answer: [
      "Pemilik rakit sudah dibina bersama Polsek.",
      "Batas muatan dipasang dan pelampung disediakan desa.",
      "Petugas desa mengawasi setiap hari pasar.",
    ],
    capacity: "Warga",
  },
  {
    category: "ENV-WASTE",
    title: "Tumpukan sampah di tepi sungai {tempat}",
    description:
      "Sampah rumah tangga dibuang di tepi sungai dan hanyut setiap hujan. Warga hilir mengeluh bau dan ikan di keramba mati.",
    instruction: "Mohon pengangkutan dan penataan tempat sampah sementara.",
    progress: "Pengangkutan pertama sudah dilakukan, tersisa dua bak.",
    misroute: {
      to: "DPUPR",
      reason: "Pengangkutan sampah berada pada Dinas Lingkungan Hidup.",
    },
    answer: [
      "Lokasi sudah diperiksa dan diukur.",
      "Sampah diangkut dan tempat sampah sementara disepakati di tepi jalan.",
      "Jadwal angkut dua kali sepekan dan papan larangan dipasang desa.",
    ],
    reopened: "Tumpukan muncul lagi karena angkutan tidak datang dua pekan.",
    capacity: "Warga hilir",
  },
  {
    category: "ENV-WASTE",
    title: "Asap pembakaran lahan mengganggu sekolah",
    description:
      "Pembakaran sisa kebun di {tempat} menimbulkan asap dari pagi sampai siang. Murid dipulangkan lebih awal.",
    instruction: "Mohon pembinaan pembukaan lahan tanpa bakar.",
    regions: ["meratus", "balangan"],
    months: [7, 8, 9, 10],
    answer: [
      "Pemilik lahan sudah dibina bersama Polsek dan desa.",
      "Pembakaran dihentikan dan sisa kebun dijadikan kompos.",
      "Patroli bersama dilakukan selama musim kering.",
    ],
    capacity: "Guru",
  },
];
