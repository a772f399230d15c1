import { redirect } from "next/navigation";

/** The list of cases has one address; this one is what people type. */
export default function CasesPage() {
  redirect("/antrean");
}
