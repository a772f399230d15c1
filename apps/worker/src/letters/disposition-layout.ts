import { officeDate } from "@rembuk/domain/letters/office-date";
import type { LetterPaper } from "@rembuk/services/letters/render-letter";
import type { Content, TableCell } from "pdfmake/interfaces";
import { natureWord } from "./cover-letter-layout";

const box = (name: string, value: string, height = 0): TableCell => ({
  stack: [
    { text: name, fontSize: 8.5, color: "#444444", margin: [0, 0, 0, 1] },
    { text: value || " ", margin: [0, 0, 0, height] },
  ],
  margin: [4, 3, 4, 4],
});

const wide = (cell: TableCell): TableCell[] => [
  { ...(cell as object), colSpan: 2 } as TableCell,
  {},
];

/** Who else may be meant is ticked by hand. */
const sections = [
  "Sekretaris Kecamatan",
  "Kasi Pemerintahan",
  "Kasi Pemberdayaan Masyarakat dan Desa",
  "Kasi Kesejahteraan Sosial",
  "Kasi Ketenteraman dan Ketertiban",
  "Kasi Pelayanan",
];
const actions = [
  "Tindak lanjuti",
  "Proses sesuai aturan",
  "Koordinasikan",
  "Pelajari dan beri saran",
  "Untuk diketahui",
  "Hadiri / wakili",
];

const tick = (text: string): Content => ({
  columns: [
    {
      width: 14,
      canvas: [{ type: "rect", x: 0, y: 2, w: 8.5, h: 8.5, lineWidth: 0.8, lineColor: "#222222" }],
    },
    { width: "*", text, fontSize: 10 },
  ],
  margin: [0, 0, 0, 3],
});

const ticks = (name: string, list: readonly string[]): TableCell => ({
  stack: [{ text: name, fontSize: 8.5, color: "#444444", margin: [0, 0, 0, 4] }, ...list.map(tick)],
  margin: [4, 3, 4, 2],
});

/** Lembar disposisi: a sheet that goes round inside the office with the case. */
export const disposition = (paper: LetterPaper): Content[] => {
  const { letter, office } = paper;
  const { content, signer } = { content: letter.content, signer: letter.content.signer };
  const day = (at: Date | null) => (at ? officeDate(at, office.zone).words : "");
  const post = `${signer.prefix} ${signer.position}`.trim();
  return [
    {
      text: "LEMBAR DISPOSISI",
      bold: true,
      fontSize: 14,
      alignment: "center",
      margin: [0, 0, 0, 10],
    },
    {
      layout: { hLineWidth: () => 0.8, vLineWidth: () => 0.8 },
      table: {
        widths: ["*", "*"],
        body: [
          [box("Surat dari", content.body), box("Diterima tanggal", day(paper.receivedAt))],
          [box("Nomor agenda", paper.caseNumber), box("Sifat", natureWord(content.nature))],
          wide(box("Hal", content.subject)),
          wide(box("Diteruskan kepada", content.addressee)),
          [ticks("Diteruskan juga kepada", sections), ticks("Dengan hormat harap", actions)],
          wide(box("Isi disposisi", content.instruction, content.instruction ? 70 : 120)),
          [
            box("Tanggal disposisi", day(letter.issuedAt), 66),
            {
              stack: [
                { text: "Paraf", fontSize: 8.5, color: "#444444" },
                { text: post, margin: [0, 2, 0, 48] },
                { text: signer.name, bold: true },
                ...(signer.nip ? [{ text: `NIP ${signer.nip}`, fontSize: 9.5 }] : []),
              ],
              margin: [4, 3, 4, 4],
            },
          ],
        ],
      },
    },
  ];
};
