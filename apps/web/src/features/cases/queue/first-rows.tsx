import type { Zone } from "@rembuk/domain/calendars/zone";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { CARD, CardBody, useCardWords } from "./card-body";
import { groupByDue } from "./group-by-due";
import type { QueueItem } from "./queue-cells";

interface FirstRowsProps {
  rows: readonly QueueItem[];
  /** Rows stand under headings by their deadline. */
  isByDue: boolean;
  /** A bar for choosing several stands above the list. */
  hasBar: boolean;
  zone: Zone;
}

/**
 * The beginning of the list as the server drew it, to be read before any script has come: plain links,
 * where the list of the page will draw the same cards. Bars and headings keep their places, empty.
 */
export function FirstRows({ rows, isByDue, hasBar, zone }: FirstRowsProps) {
  const t = useTranslations("queue");
  const words = useCardWords();
  const groups = isByDue ? groupByDue(rows, new Date(), zone) : [{ group: "none", rows }];
  return (
    <div aria-busy="true">
      {hasBar ? <div className="min-h-[53px] border-b border-line" /> : null}
      <ul aria-label={t("listLabel")}>
        {groups.map(({ group, rows: members }) => (
          <Fragment key={group}>
            <li aria-hidden className="min-h-8 border-b border-line bg-surface-2" />
            {members.map((row) => (
              <li key={row.id} className="border-b border-line">
                <a href={`/kasus/${row.id}`} className={`${CARD} no-underline hover:bg-hover`}>
                  <CardBody row={row} words={words} />
                </a>
              </li>
            ))}
          </Fragment>
        ))}
      </ul>
    </div>
  );
}
