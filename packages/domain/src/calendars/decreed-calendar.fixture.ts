import { workingCalendarSchema } from "./calendar-schema";
import type { WorkingCalendar } from "./model";
import type { Zone } from "./zone";

/**
 * For tests only: the holidays and joint leave of the ministers' joint decrees (SKB 3 Menteri)
 * for 2026 and 2027. The product reads its calendar from the database.
 */
const decreed = `
2026-01-01 NATIONAL Tahun Baru 2026 Masehi
2026-01-16 NATIONAL Isra Mikraj Nabi Muhammad SAW
2026-02-16 JOINT_LEAVE Cuti bersama Tahun Baru Imlek 2577
2026-02-17 NATIONAL Tahun Baru Imlek 2577 Kongzili
2026-03-18 JOINT_LEAVE Cuti bersama Hari Suci Nyepi
2026-03-19 NATIONAL Hari Suci Nyepi (Tahun Baru Saka 1948)
2026-03-20 JOINT_LEAVE Cuti bersama Idulfitri 1447 H
2026-03-21 NATIONAL Idulfitri 1447 H
2026-03-22 NATIONAL Idulfitri 1447 H
2026-03-23 JOINT_LEAVE Cuti bersama Idulfitri 1447 H
2026-03-24 JOINT_LEAVE Cuti bersama Idulfitri 1447 H
2026-04-03 NATIONAL Wafat Yesus Kristus
2026-04-05 NATIONAL Kebangkitan Yesus Kristus (Paskah)
2026-05-01 NATIONAL Hari Buruh Internasional
2026-05-14 NATIONAL Kenaikan Yesus Kristus
2026-05-15 JOINT_LEAVE Cuti bersama Kenaikan Yesus Kristus
2026-05-27 NATIONAL Iduladha 1447 H
2026-05-28 JOINT_LEAVE Cuti bersama Iduladha 1447 H
2026-05-31 NATIONAL Hari Raya Waisak 2570 BE
2026-06-01 NATIONAL Hari Lahir Pancasila
2026-06-16 NATIONAL 1 Muharam Tahun Baru Islam 1448 H
2026-08-17 NATIONAL Proklamasi Kemerdekaan
2026-08-25 NATIONAL Maulid Nabi Muhammad SAW
2026-12-24 JOINT_LEAVE Cuti bersama Kelahiran Yesus Kristus
2026-12-25 NATIONAL Kelahiran Yesus Kristus
2027-01-01 NATIONAL Tahun Baru 2027 Masehi
2027-01-05 NATIONAL Isra Mikraj Nabi Muhammad SAW
2027-02-05 JOINT_LEAVE Cuti bersama Tahun Baru Imlek 2578
2027-02-06 NATIONAL Tahun Baru Imlek 2578 Kongzili
2027-03-08 NATIONAL Hari Suci Nyepi (Tahun Baru Saka 1949)
2027-03-09 JOINT_LEAVE Cuti bersama Idulfitri 1448 H
2027-03-10 NATIONAL Idulfitri 1448 H
2027-03-11 NATIONAL Idulfitri 1448 H
2027-03-12 JOINT_LEAVE Cuti bersama Idulfitri 1448 H
2027-03-15 JOINT_LEAVE Cuti bersama Idulfitri 1448 H
2027-03-25 JOINT_LEAVE Cuti bersama Wafat Yesus Kristus
2027-03-26 NATIONAL Wafat Yesus Kristus
2027-03-28 NATIONAL Kebangkitan Yesus Kristus (Paskah)
2027-05-01 NATIONAL Hari Buruh Internasional
2027-05-06 NATIONAL Kenaikan Yesus Kristus
2027-05-17 NATIONAL Iduladha 1448 H
2027-05-18 JOINT_LEAVE Cuti bersama Iduladha 1448 H
2027-05-19 JOINT_LEAVE Cuti bersama Hari Raya Waisak
2027-05-20 NATIONAL Hari Raya Waisak 2571 BE
2027-06-01 NATIONAL Hari Lahir Pancasila
2027-06-06 NATIONAL 1 Muharam Tahun Baru Islam 1449 H
2027-08-15 NATIONAL Maulid Nabi Muhammad SAW
2027-08-17 NATIONAL Proklamasi Kemerdekaan
2027-12-24 JOINT_LEAVE Cuti bersama Kelahiran Yesus Kristus
2027-12-25 NATIONAL Kelahiran Yesus Kristus (Natal)
2027-12-26 NATIONAL Isra Mikraj Nabi Muhammad SAW
`;

export function decreedCalendar(
  zone: Zone,
  changes: Partial<Omit<WorkingCalendar, "zone">> = {},
): WorkingCalendar {
  const holidays = decreed
    .trim()
    .split("\n")
    .map((line) => line.split(" "))
    .map(([date, type, ...name]) => ({ date, type, name: name.join(" ") }));
  return {
    ...workingCalendarSchema.parse({ zone, holidays, coveredYears: [2026, 2027] }),
    ...changes,
  };
}
