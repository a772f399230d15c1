import type { Transaction } from "@rembuk/db/client";
import { maskName } from "@rembuk/domain/beneficiaries/masking";
import { parseNik } from "@rembuk/domain/beneficiaries/nik";
import { parsePhone } from "@rembuk/domain/beneficiaries/phone";
import { localDate } from "@rembuk/domain/calendars/local-date";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { blindIndex, seal, unseal } from "../kernel/field-keys";
import { nameKeyColumns } from "./name-key-store";

export interface NewPerson {
  readonly name: string;
  readonly phone?: string | null | undefined;
  readonly nik?: string | null | undefined;
  readonly capacity?: string | null | undefined;
}

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

const readPhone = (text: string | null | undefined): string | null => {
  if (!text) return null;
  const phone = parsePhone(text);
  if (!phone.ok)
    throw new DomainError("invalid", "PHONE_INVALID", {
      field: "reporter.phone",
      reason: phone.error,
    });
  return phone.phone;
};

const readNik = (ctx: ServiceContext, text: string | null | undefined): string | null => {
  if (!text) return null;
  const nik = parseNik(text, {
    today: localDate(ctx.now().toISOString().slice(0, 10)),
    demo: ctx.demo,
  });
  if (!nik.ok)
    throw new DomainError("invalid", "NIK_INVALID", { field: "reporter.nik", reasons: nik.errors });
  return nik.nik;
};

/**
 * The row of a new person: name, phone and NIK sealed, each with its blind index, and the columns of
 * `person_name_key`, which is written beside it.
 * @throws invalid NIK_INVALID, PHONE_INVALID
 */
export const personRow = (
  ctx: ServiceContext,
  person: NewPerson,
  place: { readonly subdistrictCode: string; readonly villageCode: string },
) => {
  const id = ctx.newId();
  const field = (name: "name" | "phone" | "nik", value: string | null) =>
    value === null
      ? {}
      : {
          [`${name}_sealed`]: hex(seal(ctx.keys, `person:${name}:${id}`, value)),
          [`${name}_index`]: hex(
            blindIndex(ctx.keys, name, name === "name" ? value.toLowerCase() : value),
          ),
        };
  return {
    id,
    subdistrict_code: place.subdistrictCode,
    village_code: place.villageCode,
    ...field("name", person.name.trim()),
    ...field("phone", readPhone(person.phone)),
    ...field("nik", readNik(ctx, person.nik)),
    capacity: person.capacity ?? null,
    created_by_id: ctx.actor.userId,
    created_at: ctx.now(),
    ...nameKeyColumns(ctx.keys, { id, subdistrictCode: place.subdistrictCode, name: person.name }),
  };
};

/** Puts a person down who is named after the case was opened. */
export const insertPerson = async (
  tx: Transaction,
  row: ReturnType<typeof personRow>,
): Promise<void> => {
  await tx.$executeRawUnsafe(
    `WITH p AS (INSERT INTO person SELECT * FROM jsonb_populate_record(NULL::person, $1::jsonb))
     INSERT INTO person_name_key SELECT * FROM jsonb_populate_record(NULL::person_name_key, $1::jsonb)`,
    JSON.stringify(row),
  );
};

export interface SealedPerson {
  readonly id: string;
  readonly nameSealed: Uint8Array;
  readonly phoneSealed: Uint8Array | null;
  readonly nikSealed: Uint8Array | null;
  readonly capacity: string | null;
}

/** Opens what was sealed. The caller has authorised the reading and logs it where it must. */
export const openPerson = (ctx: Pick<ServiceContext, "keys">, person: SealedPerson) => {
  const open = (name: string, sealed: Uint8Array | null) =>
    sealed === null ? null : unseal(ctx.keys, `person:${name}:${person.id}`, sealed);
  const name = open("name", person.nameSealed) ?? "";
  return {
    id: person.id,
    name,
    maskedName: maskName(name),
    phone: open("phone", person.phoneSealed),
    nik: open("nik", person.nikSealed),
    capacity: person.capacity,
  };
};
