import { maskNik } from "@rembuk/domain/beneficiaries/masking";
import { officeDate } from "@rembuk/domain/letters/office-date";
import type { RecordedPerson } from "@rembuk/services/handovers/record-queries";
import type { RecipientList } from "@rembuk/services/handovers/report-queries";
import type { Content, TableCell } from "pdfmake/interfaces";
import { letterhead } from "../letters/letterhead";
import { outcomeNames, receiver, signed } from "./handover-layout";
import { printed } from "./paper-words";
import { quietLine, thinTable } from "./sheet-parts";

const hasReceived = ({ handover }: RecordedPerson): boolean => handover.quantity > 0;

const row = (one: RecordedPerson, at: number): TableCell[] => {
  const { handover } = one;
  const given = hasReceived(one);
  return [
    { text: String(at + 1) },
    { text: printed(handover.person, 80) },
    { text: handover.maskedNik ?? maskNik("") },
    { text: given ? `${handover.quantity} ${printed(handover.unit, 30)}` : "-" },
    { text: given ? receiver(one) : (outcomeNames[handover.outcome] ?? "-") },
    given ? signed(one) : { text: "" },
  ];
};

/** Daftar penerima: who received what, with their own hand; and who was not there. */
export const recipientSheet = (list: RecipientList): Content[] => {
  const { trip, office, villageName, programName, people } = list;
  const day = officeDate(new Date(`${trip.startsOn}T03:00:00Z`), trip.zone).words;
  const given = people.filter(hasReceived).length;
  return [
    letterhead({ office, letterhead: [...list.letterhead] }, null),
    { text: "DAFTAR PENERIMA BANTUAN", bold: true, fontSize: 14, alignment: "center" },
    {
      ...{ alignment: "center", margin: [0, 2, 0, 12] },
      text: `${printed(programName || "Warga di luar daftar", 80)}, Desa ${villageName}, ${day}`,
    },
    thinTable(
      [20, "*", "auto", "auto", "*", 74],
      ["No.", "Nama", "NIK", "Jumlah", "Diterima oleh", "Tanda tangan"],
      people.map(row),
    ),
    quietLine(`${given} dari ${people.length} orang menerima.`),
    {
      columns: [
        {
          ...{ width: "*", alignment: "center" },
          text: `Mengetahui,\nKepala Desa ${villageName}\n\n\n\n........................`,
        },
        {
          ...{ width: "*", alignment: "center" },
          text: `Yang menyerahkan,\n${printed(trip.crew.find(({ duty }) => duty === "lead")?.position ?? "Ketua tim", 60)}\n\n\n\n${printed(trip.crew.find(({ duty }) => duty === "lead")?.name ?? "........................", 60)}`,
        },
      ],
      margin: [0, 18, 0, 0],
      unbreakable: true,
    } as Content,
  ];
};
