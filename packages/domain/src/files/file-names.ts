/** Longest name kept, ending included. */
export const longestName = 120;

/** Controls, the marks that turn the reading direction, and characters of no width. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/**
 * The name under which a file is shown and saved: no path, nothing that cannot be seen, none of the
 * characters that mean something to a shell or a drive, at most 120 characters.
 * @param ending of what is really kept (`jpg`); it replaces any other, so that nothing is called
 *   `foto.jpg.exe`; null while the kind is not known yet
 */
export const cleanName = (given: string, ending: string | null): string => {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(unseen, "")
    .replace(/[<>:"|?*%;`$&#{}]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const stem = ending === null ? plain : plain.replace(/(\.[A-Za-z0-9]{1,8})+$/, "");
  const end = ending === null ? "" : `.${ending}`;
  const room = longestName - end.length;
  return `${[...stem].slice(0, room).join("").trim() || "berkas"}${end}`;
};
