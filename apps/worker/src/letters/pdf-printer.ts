import { createRequire } from "node:module";
import pdfMake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces";

// Roboto (Apache 2.0) comes with pdfmake; the glyphs that a paper uses are embedded in it.
const { resolve } = createRequire(import.meta.url);
const face = (name: string): string => resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`);
const fonts = {
  Roboto: {
    normal: face("Regular"),
    bold: face("Medium"),
    italics: face("Italic"),
    bolditalics: face("MediumItalic"),
  },
};

/** Nothing is fetched from anywhere; of this machine the typeface alone is read. */
const prepare = () => {
  pdfMake.setFonts(fonts);
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy((path) => Object.values(fonts.Roboto).includes(path));
};
prepare();

/** A PDF with selectable text. */
export const drawPdf = async (definition: TDocumentDefinitions): Promise<Uint8Array> =>
  pdfMake.createPdf(definition).getBuffer();
