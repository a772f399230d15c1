import type { Transaction } from "@rembuk/db/client";
import { parseNik } from "@rembuk/domain/beneficiaries/nik";
import { parsePhone } from "@rembuk/domain/beneficiaries/phone";
import { localDate } from "@rembuk/domain/calendars/local-date";
import type { ServiceContext } from "../context";
import { blindIndex } from "../kernel/field-keys";

const most = 100;

interface Told {
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly nik?: string | null | undefined;
}

/** Blind indexes of what was told; what is not whole yet is compared with nothing. */
const indexesOf = (ctx: ServiceContext, told: Told) => {
  const phone = told.phone ? parsePhone(told.phone) : null;
  const today = localDate(ctx.now().toISOString().slice(0, 10));
  const nik = told.nik ? parseNik(told.nik, { today, demo: ctx.demo }) : null;
  const name = told.name?.trim().toLowerCase();
  return {
    nik: nik?.ok ? blindIndex(ctx.keys, "nik", nik.nik) : null,
    phone: phone?.ok ? blindIndex(ctx.keys, "phone", phone.phone) : null,
    // One word is no name to know somebody by.
    name: name?.includes(" ") ? blindIndex(ctx.keys, "name", name) : null,
  };
};

/** Persons inside the reader's fence with the same NIK, phone or whole name, by blind index. */
export const listSamePersons = async (
  tx: Transaction,
  ctx: ServiceContext,
  told: Told,
): Promise<readonly string[]> => {
  const { nik, phone, name } = indexesOf(ctx, told);
  if (!nik && !phone && !name) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM person
    WHERE nik_index = ${nik} OR phone_index = ${phone} OR name_index = ${name} LIMIT ${most}`;
  return rows.map((row) => row.id);
};

/** Persons inside the reader's fence who share an index with this one; it is among them. */
export const listPersonsLike = async (
  tx: Transaction,
  personId: string,
): Promise<readonly string[]> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT p.id FROM person me, person p
    WHERE me.id = ${personId}::uuid
      AND (p.nik_index = me.nik_index OR p.phone_index = me.phone_index OR p.name_index = me.name_index)
    LIMIT ${most}`;
  return rows.map((row) => row.id);
};
