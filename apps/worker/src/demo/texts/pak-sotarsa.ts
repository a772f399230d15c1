/** The published proposal of PAK SOTARSA (Kantor Kecamatan Halong, 2023): it names nobody. */
export const pakSotarsaProposal = `PROPOSAL

PELAYANAN KESEJAHTERAAN SOSIAL ANTAR KEDESA
(PAK SOTARSA)
PADA KANTOR KECAMATAN HALONG



KANTOR KECAMATAN HALONG
KABUPATEN BALANGAN
TAHUN 2023

PROFIL INOVASI DAERAH

Pelayanan Kesejahteraan Sosial Antar Kedesa

(PAK SOTARSA)

RANCANG BANGUN INOVASI

DASAR HUKUM

Pembukaan Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 mengamanatkan bahwa tujuan didirikannya Negara Republik Indonesia antara lain adalah untuk memajukan kesejahteraan umum dan mencerdaskan kehidupan bangsa.

Amanat tersebut mengandung makna Negara berkewajiban memenuhi kebutuhan setiap warga Negara melalui suatu sistem pemerintahan yang mendukung terciptanya penyelenggaraan pelayanan publik yang prima dalam rangka memenuhi kebutuhan dasar dan hak sipil setiap warga Negara atas barang publik, jasa publik dan pelayanan administrasi.Undang-Undang Nomor 25 Tahun 2009 juga mengamanatkan untuk membangun kepercayaan masyarakat atas pelayanan publik, yang dilakukan oleh penyelenggara pelayanan publik merupakan kegiatan yang harus dilakukan seiring dengan harapan dan tuntutan seluruh warga Negara dan penduduk tentang peningkatan mutu pelayanan publik tersebut.

PERMASALAHAN

- 1) Proses pengelolaan Inovasi PAK SOTARSA sekilas dipandang mudah, namun kenyataannya pengelolaan dan efisiensi kegiatan-kegiatan yang dilakukan secara manual bukanlah perkara yang mudah, hal ini disebabkan karena sering adanya kendala di medan lokasi dan komunikasi secara cepat karena di beberapa desa jaringan internet masih sulit, sehingga efektifitas dan efisiensi dalam pengelolaan kegiatan sering terlambat.
- 2) Luasnya wilayah kerja Kecamatan Halong dan kondisi desa sebagian berada di pegunungan meratus sehingga sulit di jangkau media sosial, mengakibatkan keterlambatan penyaluran kegiatan-kegiatan kesejahteraan sosial yang seharusnya di terima masyarakat dengan cepat.

- 3) keterbatasan anggaran dan sumberdaya. Penerapan inovasi sering memerlukan biaya yang besar, dan anggaran pemerintah sering kali terbatas. Hal ini membuat penerapan inovasi PAK SOTARSA di laksanakan bersama dengan kegiatan lain

ISU STRATEGIS

Pelayanan kesejahteraan sosial merupakan suatu tanggung jawab pemerintah beserta aparaturnya kepada warga Negara dalam rangka menciptakan dan mewujudkan kondisi masyarakat yang adil, makmur dan sejahtera. Dan salah satu esensi pemerintahan yang baik adalah terciptanya suatu produk layanan yang efektif, efisien dan akuntabel yang diarahkan untuk masyarakat. Pembangunan saat ini dihadapkan pada beberapa isu global yang cukup menantang.

METODE PEMBAHARUAN

UPAYA YANG DILAKUKAN SEBELUM INOVASI

Wilayah Kecamatan Halong terdiri dari 24 desa dan beberapa anak desa yang berada di sekitar pegunungan meratus, dan akses informasi media sosial masih belum terjangkau di semua desa, sehingga sering membuat terkendalanya dalam Pelayanan penyaluran bantuan sosial yang menjadi hak warga tersebut.

UPAYA YANG DILAKUKAN SETELAH INOVASI

Tim jejaring inovasi melakukan pendampingan sosialisasi kepada perangkat desa dan masyarakat di desa, kegiatan sosialisasi di lakukan melalui media sosial kecamatan Halong seperti Instagram Kantor Kecamatan Halong dan Facebook Kantor Kecamatan Halong, dengan di laksanakan nya *Pelayanan sosial antar ke desa (PAK SOTARSA)* ini warga penerima bantuan sangat terbantu, dan bentuk Pelayanan kesejahteraan sosial tersebut berupa asuransi sosial, pengamanan sosial, program perumahan dan makanan.

KEUNGGULAN / KEBAHARUAN

Keunggulan/Kebaharuan Inovasi PAK SOTARSA ini adalah kegiatan Pelayanan Kesejahteraan Sosial Antar Kedesa, dalam pelaksanaannya tim melakukan koordinasi ke pihak Desa, sehingga penyampaian informasi kegiatan ini lebih cepat, kemudian perangkat desa akan menyampaikan informasi tersebut kepada masyarakat. Kegiatan ini menjadi lebih mudah di laksanakan, sehingga pelayanan sosial cepat tersalurkan.

Inovasi PAK SOTARSA ini diharapkan dapat mengutamakan pelayanan kesejahteraan sosial kepada masyarakat dengan baik. Dengan upaya pelayanan ini diharapkan masyarakat menjadi lebih dekat dengan karyawan kantor kecamatan dan perangkat desa serta mudah dalam menerima bantuan kesejahteraan sosial, tidak perlu banyak mengeluarkan uang untuk biaya transpotasi ke kecamatan.

TAHAPAN INOVASI

Tahapan dari Pelayanan Kesejahteraan Sosial Antar Kedesa adalah:

1. Persiapan

Cara kerja dari program inovasi Pelayanan Kesejahteraan Antar Kedesa (PAKSOTARSA) yang pertama dilakukan adalah dengan melakukan rapat koordinasi penentuan inovasi yang akan dilaksanakan perbidang

2. Penetapan

Di Tahun 2022 Camat Halong membuat surat Keputusan tentang pembentukan tim pelaksanaan dan tim jejaring inovasi Pelayanan Kesejahteraan Sosial Antar Kedesa (PAK SOTARSA).

3. Pelaksanaan

Kegiatan tersebut dilakukan bersama-sama dengan tim inovasi Pelayanan Kesejahteraan Sosial Antar Kedesa, melakukan koordinasi dan sosialisai, waktu dan lokasi telah ditentukan pihak desa yang akan dituju pada kegiatan tersebut. Pada hari pelaksanaan beberapa anggota tim inovasi menuju ke desa yang telah ditentukan, pelayanan kesejahteraan Sosial antar kedesa dilakukan dengan turut melibatkan pihak aparat desa, setelah selesai kegiatan tim inovasi melakukan kepulangan Kembali ke kantor kecamatan Halong.

TUJUAN INOVASI

Tujuan inovasi Pelayanan Kesejahteraan Sosial Antar Kedesa (PAKSOTARSA) yaitu : Untuk memperlancar dan mempermudah penyaluran pelayanan kesejahteraan sosial langsung ke desa karena mayoritas wilayah kerja kecamatan Halong adalah pegunungan dan masih sulit jaringan internet dalam penggunaan media sosial.

MANFAAT INOVASI

Mempermudah masyarakat dalam menerima penyaluran bantuan kesejahteraan sosial langsung ke desa yang menjadi hak warga tersebut. sesuai dengan tahapan SOP (Sistem Operasional Prosedur) yang di laksanakan.

HASIL INOVASI

Dalam dua tahun pelaksanaan inovasi Pelayanan Kesejahteraan Sosial Antar Kedesa (PAK SOTARSA) ini koordinasi antara pihak kecamatan,Desa,lintas sektor terkait dan masyarakat lebih mudah di laksanakan,sehingga pelayanan sosial lebih cepat tersalurkan.`;

/** Its index report, of which no text is published: the facts of the proposal, the initiator fictional. */
export const pakSotarsaReport = (initiator: string): string => `Laporan Indeks Inovasi Daerah
| Rincian | Keterangan |
|---|---|
| Nama SKPD / Kelompok | Kantor Kecamatan Halong |
| Nama Inovasi | PAK SOTARSA (Pelayanan Kesejahteraan Sosial Antar Kedesa) |
| Tahapan Inovasi | Penerapan |
| Inisiator Inovasi Daerah | ${initiator} |
| Bentuk Inovasi | Pelayanan publik |
| Jenis Inovasi | Belum ditentukan |
| Inovasi Dimulai | 01 February 2022 |
| Rancang Bangun dan Pokok Perubahan Yang Dilakukan | Tim kecamatan membawa layanan kesejahteraan sosial ke desa, pada waktu dan tempat yang ditetapkan desa, bersama layanan lain yang ikut dalam satu perjalanan. |
`;
