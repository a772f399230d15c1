import type { LetterContent, Signer } from "@rembuk/domain/letters/model";
import { officeDate } from "@rembuk/domain/letters/office-date";
import type { LetterPaper } from "@rembuk/services/letters/render-letter";
import type { Column, Content } from "pdfmake/interfaces";

const natureWords: Record<LetterContent["nature"], string> = {
  ordinary: "Biasa",
  important: "Penting",
  urgent: "Segera",
  confidential: "Rahasia",
};
export const natureWord = (nature: LetterContent["nature"]): string => natureWords[nature];

/** "Kecamatan Halong" -> "Halong": where the letter is written. */
const seatOf = (officeName: string): string => officeName.replace(/^Kecamatan /, "");

const fact = (name: string, value: string): Content[] => [
  { text: name },
  { text: ":" },
  { text: value },
];

/** Nomor, Sifat, Lampiran, Hal on the left; place, date and addressee on the right. */
const heading = ({ letter, office }: LetterPaper): Content => {
  const { content, number, issuedAt } = letter;
  const date = issuedAt ? officeDate(issuedAt, office.zone).words : "";
  const facts: Column = {
    width: 248,
    layout: "noBorders",
    table: {
      widths: [52, 4, "*"],
      body: [
        fact("Nomor", number ?? ""),
        fact("Sifat", natureWord(content.nature)),
        fact("Lampiran", content.enclosure || "-"),
        [{ text: "Hal" }, { text: ":" }, { text: content.subject, bold: true }],
      ],
    },
  };
  const to: Column = {
    width: "*",
    stack: [
      { text: `${seatOf(office.name)}, ${date}`, margin: [0, 2, 0, 14] },
      { text: "Yth." },
      { text: content.addressee },
      { text: "di" },
      { text: content.place || "Tempat", margin: [18, 0, 0, 0] },
    ],
  };
  return { columns: [facts, to], columnGap: 18, margin: [0, 0, 0, 20] };
};

const paragraphs = (body: string): Content[] =>
  body
    .split(/\n+/)
    .filter((text) => text.trim() !== "")
    .map((text) => ({
      text: text.trim(),
      leadingIndent: 36,
      margin: [0, 0, 0, 8] as [number, number, number, number],
    }));

/** a.n. names whose place it is and who signs; Plh. and Plt. stand before the post itself. */
const postLines = ({ prefix, position, ownPosition }: Signer): string[] => {
  if (prefix === "a.n.") return [`a.n. ${position}`, ownPosition].filter(Boolean);
  return [prefix ? `${prefix} ${position}` : position];
};

/** Capacity, room to sign, name and NIP, on the right. */
export const signature = (signer: Signer): Content => ({
  columns: [
    { width: "*", text: "" },
    {
      width: 232,
      alignment: "center",
      stack: [
        { text: `${postLines(signer).join("\n")},` },
        { text: "", margin: [0, 58, 0, 0] },
        { text: signer.name, bold: true, decoration: "underline" },
        ...(signer.nip ? [{ text: `NIP ${signer.nip}` }] : []),
      ],
    },
  ],
  unbreakable: true,
  margin: [0, 16, 0, 0],
});

const copies = (list: readonly string[]): Content[] =>
  list.length === 0
    ? []
    : [
        {
          unbreakable: true,
          margin: [0, 20, 0, 0],
          fontSize: 10,
          stack: [
            { text: "Tembusan:", bold: true, margin: [0, 0, 0, 2] },
            ...(list.length === 1
              ? [{ text: `${list[0]}` }]
              : [{ ol: list.map((text) => ({ text })) }]),
          ],
        },
      ];

/** Surat pengantar to the office of a sector, in the shape of the tata naskah dinas. */
export const coverLetter = (paper: LetterPaper): Content[] => [
  heading(paper),
  ...paragraphs(paper.letter.content.body),
  signature(paper.letter.content.signer),
  ...copies(paper.letter.content.copies),
];
