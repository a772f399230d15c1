import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { officeWords } from "@/components/app-shell/office-box";
import { boardKind } from "@/features/board/board-kind";
import { BoardScreen } from "@/features/board/board-screen";
import { ClientWords } from "@/i18n/client-words";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("title") };
}

export default async function BoardPage() {
  const session = await requireSession("board.read");
  const t = await getTranslations("shell");
  return (
    <ClientWords of={["board", "papers", "villageSheet"]}>
      <BoardScreen
        office={officeWords(session.places, t("allAreas")).title}
        kind={boardKind(session.actor.assignments)}
      />
    </ClientWords>
  );
}
