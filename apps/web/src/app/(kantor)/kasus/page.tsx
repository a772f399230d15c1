import { redirect } from "next/navigation";

/** The list of cases has one address; this one is what people type. What narrows it goes along. */
export default async function CasesPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const given = Object.entries(await props.searchParams).flatMap(([word, value]) =>
    typeof value === "string" ? [[word, value] as [string, string]] : [],
  );
  const query = new URLSearchParams(given).toString();
  redirect(`/antrean?${query || "tampilan=terbuka"}`);
}
