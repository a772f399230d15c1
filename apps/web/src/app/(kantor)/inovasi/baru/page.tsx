import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegisterScreen } from "@/features/innovations/register-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("innovations"))("register.title") };
}

/** A new innovation, of the kecamatan that the reader manages innovations of, or of their own village. */
export default async function NewInnovationPage() {
  const { actor } = await requireSession("innovation.edit");
  const seat =
    actor.assignments.find((a) => a.role === "innovation-manager") ??
    actor.assignments.find((a) => a.role === "village-head") ??
    notFound();
  const villageCode = seat.role === "village-head" ? seat.areaCode : null;
  return (
    <ClientWords of={["innovations"]}>
      <RegisterScreen
        subdistrictCode={seat.areaCode.split(".").slice(0, 3).join(".")}
        villageCode={villageCode}
      />
    </ClientWords>
  );
}
