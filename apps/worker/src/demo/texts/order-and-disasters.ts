import type { Scenario } from "../scenario";

/** Public order, violence, land, disasters, and complaints for the inspectorate alone. */
export const orderAndDisasters: readonly Scenario[] = [
  {
    category: "DIS-EWS",
    title: "Belum ada jalur evakuasi dan kentongan siaga",
    description:
      "Warga {tempat} tinggal di tepi sungai dan belum punya titik kumpul. Tahun lalu air naik {sedikit} jam setelah hujan di hulu.",
    instruction: "Mohon pendampingan desa tangguh bencana.",
    progress: "Peta rawan sudah digambar bersama warga.",
    hold: { waitingFor: "season", reason: "Pengukuran tepi sungai menunggu air surut." },
    answer: [
      "Peta rawan dan jalur evakuasi sudah disusun bersama warga.",
      "Kentongan siaga dipasang di tiga titik, tandanya disepakati.",
      "Gladi evakuasi diadakan sebelum puncak hujan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "DIS-EWS",
    title: "Tebing di belakang {tempat} retak, warga waswas",
    description:
      "Retakan memanjang {sedikit} meter di atas {sedikit} rumah terlihat sejak hujan lebat. Warga berjaga bergantian pada malam hari.",
    instruction: "Mohon kajian cepat dan rambu peringatan.",
    months: [10, 11, 12, 1, 2, 3],
    progress: "Kajian cepat sudah dilakukan, rambu dipasang.",
    answer: [
      "Retakan sudah dikaji bersama desa.",
      "Retakan ditutup tanah liat, air dialirkan, rambu dan pengukur sederhana dipasang.",
      "Warga mengungsi sementara bila hujan lebih dari dua jam.",
    ],
    capacity: "Perangkat desa",
  },
  {
    category: "DIS-EVENT",
    title: "Banjir merendam {banyak} rumah di {tempat}",
    description:
      "Air sungai masuk ke {banyak} rumah sejak dini hari setinggi lutut. Lansia dan anak dipindah ke sekolah. Dibutuhkan makanan siap saji dan perahu.",
    instruction: "Mohon tim dan logistik segera ke lokasi.",
    months: [11, 12, 1, 2, 3],
    progress: "Perahu dan logistik sudah tiba, dapur umum dibuka.",
    answer: [
      "Tim tiba pada hari yang sama bersama relawan.",
      "Warga rentan diungsikan, dapur umum dibuka, air surut keesokan hari.",
      "Kerusakan didata untuk bantuan perbaikan.",
    ],
    capacity: "Kepala Desa",
  },
  {
    category: "DIS-EVENT",
    title: "Angin kencang merusak atap {sedikit} rumah",
    description:
      "Angin kencang sore hari melepas atap {sedikit} rumah di {tempat} dan menumbangkan pohon ke jalan. Tidak ada korban jiwa.",
    instruction: "Mohon pembersihan pohon dan bantuan terpal.",
    answer: [
      "Tim membersihkan pohon pada malam itu juga.",
      "Terpal dan seng diserahkan, atap diperbaiki gotong royong.",
      "Rumah yang rusak berat diusulkan bantuan perbaikan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "DIS-EVENT",
    title: "Longsor menutup jalan ke anak desa",
    description:
      "Tanah longsor menutup jalan ke anak desa sepanjang {sedikit} meter. Motor tidak bisa lewat, {banyak} keluarga terputus.",
    instruction: "Mohon alat dan petugas, desa mengerahkan gotong royong.",
    regions: ["meratus"],
    months: [11, 12, 1, 2, 3, 4],
    answer: [
      "Petugas dan warga membuka jalan setapak pada hari yang sama.",
      "Alat berat membersihkan longsoran, motor dapat lewat lagi.",
      "Tebing dipasangi cerucuk dan diberi rambu.",
    ],
    capacity: "Kepala anak desa",
  },
  {
    category: "SEC-ORDER",
    title: "Musik keras sampai dini hari mengganggu {tempat}",
    description:
      "Hampir tiap malam Minggu ada musik keras sampai lewat pukul {jam} di warung pinggir jalan. Sudah ditegur RT dua kali.",
    instruction: "Mohon pembinaan pemilik warung bersama desa.",
    progress: "Pemilik warung sudah diundang ke kantor desa.",
    answer: [
      "Pemilik warung sudah dibina dan membuat pernyataan.",
      "Jam musik dibatasi sampai pukul 22.00.",
      "Linmas memantau selama satu bulan.",
    ],
    capacity: "Ketua RT",
  },
  {
    category: "SEC-ORDER",
    title: "Penjualan minuman keras di dekat sekolah",
    description:
      "Sebuah kios di {tempat} diduga menjual minuman keras pada remaja. Warga meminta penertiban tanpa keributan.",
    instruction: "Mohon pemeriksaan bersama Polsek.",
    answer: [
      "Kios sudah diperiksa bersama Polsek.",
      "Barang diamankan dan pemilik menandatangani pernyataan.",
      "Pemantauan dilakukan bersama sekolah dan tokoh masyarakat.",
    ],
    capacity: "Orang tua murid",
  },
  {
    category: "SEC-ORDER",
    title: "Perselisihan pemuda dua dusun setelah turnamen",
    description:
      "Dua kelompok pemuda berselisih setelah turnamen voli di {tempat}. Belum ada bentrok, orang tua meminta dimediasi.",
    instruction: "Mohon mediasi bersama Polsek dan kepala dusun.",
    answer: [
      "Kedua kelompok sudah dipertemukan.",
      "Kesepakatan damai ditandatangani disaksikan kepala dusun.",
      "Turnamen berikutnya memakai panitia bersama.",
    ],
    capacity: "Tokoh masyarakat",
  },
  {
    category: "SEC-VIOL",
    title: "Perempuan meminta perlindungan dari kekerasan di rumah",
    description:
      "Seorang perempuan di {tempat} datang ke rumah ketua RT dengan luka ringan dan meminta perlindungan. Identitas disampaikan terpisah kepada petugas.",
    instruction: "Mohon pendampingan segera; identitas hanya lewat telepon.",
    progress: "Pendamping sudah bersama korban di tempat aman.",
    answer: [
      "Korban sudah didampingi dan berada di tempat aman.",
      "Pendampingan hukum dan kesehatan diberikan sesuai keinginan korban.",
      "Pendamping menghubungi korban setiap pekan.",
    ],
    capacity: "Pendamping",
  },
  {
    category: "LAND-DISP",
    title: "Batas kebun warisan diperselisihkan dua keluarga",
    description:
      "Dua keluarga di {tempat} berbeda pendapat tentang batas kebun warisan. Patok lama hilang saat jalan dilebarkan.",
    instruction: "Mohon mediasi dan penelusuran surat yang ada.",
    progress: "Kedua keluarga bersedia bertemu di kantor kecamatan.",
    hold: { waitingFor: "reporter", reason: "Menunggu keluarga melengkapi surat keterangan." },
    misroute: {
      to: "DPMD",
      reason: "Yang diperselisihkan tanah keluarga, bukan aset desa; mohon dimediasi kecamatan.",
    },
    answer: [
      "Mediasi dilakukan dua kali di kantor kecamatan.",
      "Batas disepakati bersama dan patok baru dipasang disaksikan tetua.",
      "Berita acara kesepakatan disimpan desa.",
    ],
    capacity: "Keluarga",
  },
  {
    category: "LAND-DISP",
    title: "Batas desa di ladang {tempat} belum jelas",
    description:
      "Pajak ladang ditagih dua desa karena batas belum dipasang pilar. {sedikit} keluarga kebingungan membayar ke mana.",
    instruction: "Mohon penelusuran peta batas dan musyawarah dua desa.",
    answer: [
      "Peta batas kedua desa sudah dicocokkan.",
      "Batas sementara disepakati dan penagihan dilakukan satu desa.",
      "Pemasangan pilar diusulkan ke tim penegasan batas kabupaten.",
    ],
    capacity: "Kasi Pemerintahan Desa",
  },
  {
    category: "SUP-FRAUD",
    title: "Dugaan belanja kegiatan tidak sesuai laporan",
    description:
      "Pelapor menyampaikan jumlah bahan yang datang ke lokasi kegiatan tidak sama dengan yang tertulis di papan. Foto papan dan nota disimpan pelapor.",
    instruction: "Untuk ditelaah.",
    progress: "Permintaan dokumen sudah dikirim, pemeriksaan lapangan dijadwalkan.",
    answer: [
      "Laporan sudah ditelaah dan diperiksa di lapangan.",
      "Selisih volume ditemukan dan dikembalikan sesuai hasil pemeriksaan.",
      "Tindak lanjut dipantau sampai tuntas.",
    ],
    capacity: "Warga",
  },
  {
    category: "SUP-FRAUD",
    title: "Dugaan pungutan pada pengurusan surat",
    description:
      "Pelapor diminta membayar untuk surat yang seharusnya tanpa biaya. Waktu dan jumlahnya disebutkan dalam lampiran.",
    instruction: "Untuk ditelaah.",
    progress: "Pelapor dan saksi sudah dimintai keterangan.",
    answer: [
      "Keterangan sudah diperiksa.",
      "Pungutan dihentikan dan petugas dibina sesuai ketentuan.",
      "Papan biaya layanan dipasang di ruang pelayanan.",
    ],
    capacity: "Warga",
  },
  {
    category: "SUP-FRAUD",
    title: "Dugaan petugas tidak masuk kerja tanpa keterangan",
    description:
      "Pelapor menyampaikan seorang petugas tidak berada di tempat hampir dua bulan, sementara daftar hadir tetap terisi. Tanggal yang diketahui ditulis pelapor.",
    instruction: "Untuk ditelaah.",
    progress: "Daftar hadir dan keterangan saksi sedang dicocokkan.",
    answer: [
      "Daftar hadir dan keterangan sudah diperiksa.",
      "Ketidakhadiran terbukti dan sanksi disiplin dijatuhkan sesuai ketentuan.",
      "Daftar hadir elektronik dipasang di ruang pelayanan.",
    ],
    capacity: "Warga",
  },
  {
    category: "SUP-FRAUD",
    title: "Dugaan seleksi perangkat desa tidak terbuka",
    description:
      "Pelapor menyampaikan pengumuman seleksi ditempel satu hari sebelum penutupan dan nilai peserta tidak diumumkan. Foto pengumuman disimpan pelapor.",
    instruction: "Untuk ditelaah.",
    progress: "Berkas seleksi sudah diminta dari panitia.",
    answer: [
      "Berkas seleksi sudah diperiksa.",
      "Tahap ujian diulang dengan panitia yang diperbarui dan nilai diumumkan.",
      "Pembinaan diberikan kepada panitia seleksi.",
    ],
    capacity: "Peserta seleksi",
  },
  {
    category: "WEL-EXTORT",
    title: "Dugaan pemotongan uang bantuan saat pengambilan",
    description:
      "Pelapor menyampaikan uang bantuan dipotong dengan alasan ongkos. Beberapa penerima bersedia memberi keterangan.",
    instruction: "Untuk ditelaah.",
    progress: "Keterangan tiga penerima sudah dikumpulkan.",
    answer: [
      "Keterangan penerima sudah diperiksa.",
      "Uang dikembalikan kepada penerima dan cara pembagian diperbaiki.",
      "Pengambilan tahap berikutnya diawasi langsung.",
    ],
    capacity: "Penerima bantuan",
  },
  {
    category: "WEL-EXTORT",
    title: "Dugaan nama penerima yang tidak dikenal warga",
    description:
      "Pada daftar bantuan terdapat nama yang tidak dikenal warga setempat. Pelapor meminta diperiksa tanpa menyebut namanya.",
    instruction: "Untuk ditelaah.",
    progress: "Daftar penerima sedang dicocokkan dengan data kependudukan.",
    answer: [
      "Daftar sudah dicocokkan dengan data kependudukan.",
      "Nama yang tidak sesuai dikeluarkan dan penyalurannya dihentikan.",
      "Desa menempel daftar penerima secara terbuka.",
    ],
    capacity: "Warga",
  },
];
