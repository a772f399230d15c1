import type { Scenario } from "../scenario";

/** The eleven problems that the desk of Paringin Selatan lists, each brought by a village. */
export const deskProblems: readonly Scenario[] = [
  {
    category: "VIL-CAP",
    title: "Penguasaan TI, manajemen, dan pelayanan aparatur desa belum memadai",
    description:
      "Pelayanan kepada masyarakat belum prima karena dari {sedikit} aparatur desa baru satu orang yang terbiasa dengan komputer. Surat keterangan sering menunggu orang itu datang. Mohon pelatihan dasar komputer, tata naskah, dan cara melayani warga.",
    instruction: "Mohon dijadwalkan pelatihan aparatur, sertakan daftar kebutuhan dari desa.",
    progress: "Daftar aparatur dan jenis pelatihan sudah diterima dari desa.",
    answer: [
      "Kebutuhan pelatihan aparatur {desa} sudah kami data dan masuk gelombang terdekat.",
      "Pelatihan dua hari di aula kecamatan: persuratan digital, Siskeudes dasar, dan pelayanan warga.",
      "Pendamping desa memeriksa penerapannya sebulan sekali selama satu triwulan.",
    ],
    capacity: "Sekretaris Desa",
  },
  {
    category: "VIL-FAC",
    title: "Dukungan fasilitas kinerja di kantor desa masih sangat terbatas",
    description:
      "Kantor desa hanya memiliki satu komputer dan satu pencetak yang sering macet. Meja pelayanan dipakai bergantian, lemari arsip sudah penuh. Daftar inventaris dan foto ruangan terlampir di loket.",
    instruction: "Mohon arahan sumber pembiayaan yang dibenarkan untuk sarana kantor desa.",
    progress: "Inventaris desa sudah dicocokkan dengan buku aset.",
    outcome: "planned",
    answer: [
      "Kekurangan sarana sudah diperiksa bersama perangkat desa.",
      "Dua komputer dan satu pencetak dianggarkan pada perubahan APB Desa; sementara dipinjami satu laptop kecamatan.",
      "Usulan masuk RKP Desa tahun depan dan diingatkan pada Musrenbang.",
    ],
    capacity: "Kaur Umum",
  },
  {
    category: "VIL-BPD",
    title: "BPD belum maksimal menjalankan fungsi menyerap aspirasi masyarakat",
    description:
      "Sejak awal tahun BPD baru satu kali mengadakan pertemuan dengan warga dan tidak ada notula. Usulan dari RT menumpuk di kantor desa tanpa dibahas. Mohon pembinaan tugas dan fungsi BPD.",
    instruction: "Mohon pembinaan anggota BPD dan contoh notula yang dapat dipakai.",
    progress: "Ketua BPD sudah dihubungi, pertemuan disepakati hari Kamis.",
    answer: [
      "BPD menyatakan siap menggelar penjaringan aspirasi setiap tiga bulan.",
      "Pembinaan tugas BPD dilakukan di balai desa, contoh notula dan daftar hadir diserahkan.",
      "Notula triwulan pertama dikirim ke kecamatan sebagai bukti.",
    ],
    capacity: "Anggota BPD",
  },
  {
    category: "VIL-LPM",
    title: "Peran LPM dalam mendukung pemerintahan desa belum maksimal",
    description:
      "Kepengurusan LPM masih memakai SK lama dan beberapa pengurus sudah pindah. Kegiatan gotong royong dan penyusunan usulan pembangunan lebih banyak dikerjakan perangkat desa sendiri.",
    instruction: "Mohon fasilitasi pembaruan kepengurusan LPM dan penyusunan program kerjanya.",
    progress: "Draf SK pengurus baru sedang disusun desa.",
    answer: [
      "Kepengurusan LPM akan diperbarui melalui musyawarah desa.",
      "Musyawarah menetapkan pengurus baru dan rencana kerja satu tahun.",
      "Pendamping desa mengikuti dua rapat kerja pertama LPM.",
    ],
    capacity: "Kasi Kesejahteraan",
  },
  {
    category: "VIL-LKD",
    title: "Peran lembaga pendukung pemerintah desa masih sangat minim",
    description:
      "Karang Taruna tidak aktif, PKK hanya berjalan saat ada lomba, dan rapat RT jarang diadakan. Desa kesulitan menggerakkan warga untuk kegiatan bersama.",
    instruction: "Mohon pembinaan PKK, Karang Taruna, dan RT, mulai dari yang paling siap.",
    progress: "Sudah bertemu pengurus PKK dan perwakilan pemuda.",
    answer: [
      "Tiga lembaga sepakat dihidupkan kembali dengan kegiatan kecil yang rutin.",
      "Jadwal bersama dibuat: posyandu dan PKK minggu pertama, kerja bakti pemuda minggu ketiga.",
      "Perkembangan dilaporkan pada rapat koordinasi bulanan kecamatan.",
    ],
    capacity: "Ketua TP PKK Desa",
  },
  {
    category: "VIL-FIN",
    title: "Tata kelola administrasi dan pelaporan keuangan desa masih rendah",
    description:
      "SPJ kegiatan triwulan lalu belum lengkap karena kode rekening di Siskeudes berubah dan Kaur Keuangan baru diganti. Laporan realisasi terancam terlambat. Mohon pendampingan sebelum batas kirim.",
    instruction: "Mohon pendampingan Siskeudes di desa, utamakan SPJ yang jatuh temponya dekat.",
    progress: "Pendampingan hari pertama selesai, tersisa bukti belanja dua kegiatan.",
    answer: [
      "Pendampingan pengisian Siskeudes sudah dilakukan bersama Kaur Keuangan.",
      "Kode rekening disesuaikan dan SPJ triwulan dilengkapi, laporan realisasi terkirim.",
      "Pemeriksaan berkala dilakukan sebelum tutup buku triwulan berikutnya.",
    ],
    reopened: "Dua bukti belanja dikembalikan lagi oleh pemeriksa, mohon pendampingan ulang.",
    capacity: "Kaur Keuangan",
  },
  {
    category: "VIL-DATA",
    title: "Desa belum mampu menyediakan data dan informasi untuk kebijakan pembangunan",
    description:
      "Profil desa dan Indeks Desa belum dapat diisi karena buku data {tempat} hilang sewaktu pindah kantor. Data penduduk, lahan, dan keluarga berisiko berbeda-beda antara RT dan desa.",
    instruction: "Mohon petunjuk data mana yang didahulukan dan formulir yang dipakai.",
    progress: "Formulir pendataan RT sudah dibagikan, dua RT selesai.",
    answer: [
      "Data yang wajib untuk Indeks Desa sudah ditentukan bersama desa.",
      "Pendataan ulang RT selesai dan profil desa terisi untuk semua bagian wajib.",
      "Pembaruan dilakukan tiap semester oleh operator desa.",
    ],
    capacity: "Operator Desa",
  },
  {
    category: "DIS-EWS",
    title: "Desa belum mempunyai pedoman tanggap darurat dan peringatan dini bencana",
    description:
      "Setiap sungai naik, warga {tempat} baru tahu setelah air masuk halaman. Belum ada jalur evakuasi, titik kumpul, maupun kentongan siaga. Antisipasi bencana sangat lemah.",
    instruction: "Mohon bantuan menyusun pedoman desa dan jalur evakuasi bersama warga.",
    progress: "Survei titik kumpul dan jalur evakuasi sudah dilakukan bersama RT.",
    answer: [
      "Risiko banjir {desa} sudah dipetakan bersama warga.",
      "Pedoman tanggap darurat, jalur evakuasi, dan tanda kentongan disepakati dalam musyawarah desa.",
      "Gladi evakuasi dijadwalkan sebelum puncak musim hujan.",
    ],
    hold: { waitingFor: "season", reason: "Survei tepi sungai menunggu muka air turun." },
    capacity: "Kasi Pemerintahan Desa",
  },
  {
    category: "VIL-PROG",
    title: "Program lembaga desa masih normatif, belum menjadi kebutuhan masyarakat",
    description:
      "Program PKK dan LPM disalin dari tahun ke tahun. Warga lebih membutuhkan pelatihan mengolah karet dan hasil kebun, tetapi tidak pernah masuk rencana.",
    instruction: "Mohon fasilitasi penyusunan ulang program berdasarkan hasil musyawarah dusun.",
    progress: "Usulan warga dari {sedikit} pertemuan RT sudah dirangkum.",
    outcome: "planned",
    answer: [
      "Program lembaga ditinjau ulang bersama warga.",
      "Dua program lama diganti pelatihan pengolahan hasil kebun dan kebun pekarangan.",
      "Program baru masuk RKP Desa tahun depan.",
    ],
    capacity: "Ketua LPM",
  },
  {
    category: "HLT-STUNT",
    title: "Penanganan stunting dan gizi buruk balita masih kurang",
    description:
      "Tiga balita di {tempat} tidak naik berat dua bulan berturut-turut menurut catatan posyandu. Kader meminta pengukuran ulang dan makanan tambahan. Nama anak hanya disampaikan di bagian rahasia.",
    instruction: "Mohon pengukuran ulang dan penanganan gizi, libatkan kader posyandu.",
    progress: "Pengukuran ulang selesai, satu anak disiapkan rujukannya.",
    answer: [
      "Ketiga balita sudah diukur ulang oleh petugas gizi.",
      "Makanan tambahan diberikan 14 hari, satu anak dirujuk karena penyakit penyerta.",
      "Berat badan dipantau tiap minggu oleh kader dan dilaporkan ke Puskesmas.",
    ],
    capacity: "Kader posyandu",
  },
  {
    category: "VIL-EMP",
    title: "Gerakan pemberdayaan masyarakat masih kurang",
    description:
      "Kelompok usaha perempuan berhenti setelah bantuan pertama habis. BUM Desa belum menampung hasil warga. Mohon pendampingan agar kelompok berjalan lagi.",
    instruction: "Mohon pendampingan kelompok dan BUM Desa, mulai dari pembukuan sederhana.",
    progress: "Kelompok sudah dikumpulkan, {sedikit} anggota bersedia melanjutkan.",
    answer: [
      "Kelompok usaha dan BUM Desa sudah dipertemukan.",
      "BUM Desa membeli hasil olahan kelompok, pembukuan sederhana dilatihkan.",
      "Perkembangan kelompok dibahas tiap bulan pada rapat desa.",
    ],
    capacity: "Kasi Pelayanan Desa",
  },
];
