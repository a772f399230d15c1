import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FigureCases } from "@/features/board/figure-cases";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("figure.title") };
}

export default async function BoardCasesPage() {
  await requireSession("board.read");
  return (
    <ClientWords of={["board", "papers", "villageSheet"]}>
      <FigureCases />
    </ClientWords>
  );
}
