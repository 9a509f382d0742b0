// Above 150 lines: the parts of a Word file that are the same in every one stand together.
import { LOOKS, PAGE, type TextLook } from "#domain/printing/sheets.ts";

const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Twentieths of a point, which is how Word measures. */
export const twips = (points: number): number => Math.round(points * 20);

// The typefaces of official documents: 仿宋 for the body, 黑体 for headings, 小标宋's neighbour 宋体 in titles and page numbers.
const BODY_FACE = "仿宋";
const HEADING_FACE = "黑体";
const TITLE_FACE = "宋体";
const LATIN_FACE = "Times New Roman";

/** Digits and Latin letters stand in Times New Roman, as official documents mostly have them; Chinese in the face named. */
const faces = (name: string): string =>
  `<w:rFonts w:ascii="${LATIN_FACE}" w:hAnsi="${LATIN_FACE}" w:eastAsia="${name}" w:cs="${LATIN_FACE}"/>`;

/** An official page of A4. `number`: how its pages are counted; left out: they bear no number. */
export function sectionOf(number: "none" | "decimal"): string {
  const margin = { top: twips(PAGE.top), bottom: twips(PAGE.height - PAGE.top - PAGE.columnHeight) - 20, side: twips(PAGE.left) };
  const foot = number === "none" ? "" : '<w:footerReference w:type="default" r:id="rFoot"/>';
  const count = number === "none" ? "" : '<w:pgNumType w:fmt="decimal" w:start="1"/>';
  return (
    `<w:sectPr>${foot}<w:type w:val="nextPage"/><w:pgSz w:w="${twips(PAGE.width)}" w:h="${twips(PAGE.height)}"/>` +
    `<w:pgMar w:top="${margin.top}" w:bottom="${margin.bottom}" w:left="${margin.side}" w:right="${margin.side}" w:header="851" w:footer="1134" w:gutter="0"/>${count}</w:sectPr>`
  );
}

function style(
  id: string,
  name: string,
  look: TextLook,
  { face, paragraph = "", last = "" }: { face: string; paragraph?: string; last?: string },
): string {
  const indent = look.indent > 0 ? `<w:ind w:firstLineChars="${look.indent * 100}" w:firstLine="${twips(look.indent * look.size)}"/>` : "";
  return (
    `<w:style w:type="paragraph" w:styleId="${id}" w:customStyle="0"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraph}<w:widowControl w:val="0"/><w:spacing w:line="${twips(look.pitch)}" w:lineRule="exact"/>${indent}${look.isCentred ? '<w:jc w:val="center"/>' : ""}${last}</w:pPr>` +
    `<w:rPr>${faces(face)}${look.isBold ? "<w:b/>" : ""}<w:sz w:val="${look.size * 2}"/><w:szCs w:val="${look.size * 2}"/></w:rPr></w:style>`
  );
}

const contentsLook: TextLook = { size: 14, pitch: 26, isBold: false, isCentred: false, indent: 0 };

/** The styles: nothing hangs over, nothing is squeezed or spread, so that lines and pages fall as the PDF's do. 三号仿宋 lines of 28 pt, 黑体 headings; a part's title is Heading 1, so that the contents find it. */
export function stylesXml(): string {
  const tab = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${twips(PAGE.columnWidth)}"/></w:tabs>`;
  const base = LOOKS.plain;
  return (
    `${HEAD}<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>${faces(BODY_FACE)}<w:sz w:val="32"/><w:szCs w:val="32"/>` +
    `<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:spacing w:line="${twips(base.pitch)}" w:lineRule="exact"/></w:pPr></w:style>` +
    style("Heading1", "heading 1", LOOKS.title, { face: TITLE_FACE, paragraph: "<w:keepNext/>", last: '<w:outlineLvl w:val="0"/>' }) +
    style(
      "Heading2",
      "heading 2",
      { ...LOOKS.heading, isBold: false },
      { face: HEADING_FACE, paragraph: "<w:keepNext/>", last: '<w:outlineLvl w:val="1"/>' },
    ) +
    style("Title", "Title", { ...LOOKS.title, size: 30, pitch: 48 }, { face: TITLE_FACE }) +
    style("Subtitle", "Subtitle", { ...LOOKS.byline, size: 18, pitch: 40 }, { face: BODY_FACE }) +
    style("Byline", "Byline", LOOKS.byline, { face: BODY_FACE }) +
    style("Body", "Body Text", LOOKS.text, { face: BODY_FACE }) +
    style("Cell", "Cell", { ...base, size: 12, pitch: 20 }, { face: BODY_FACE }) +
    style("TOCHeading", "TOC Heading", LOOKS.title, { face: TITLE_FACE }) +
    style("TOC1", "toc 1", contentsLook, { face: BODY_FACE, paragraph: tab }) +
    style("Footer", "footer", { ...LOOKS.byline, pitch: 20 }, { face: TITLE_FACE }) +
    "</w:styles>"
  );
}

/** The page number between dashes, 四号 (14 pt), as official documents have it. */
export const footerXml = (): string =>
  `${HEAD}<w:ftr ${MAIN} ${RELATED}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>` +
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
  '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>';

export const CONTENT_TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

export const PACKAGE_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rDoc" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>` +
  `<Relationship Id="rCore" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export const DOCUMENT_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rStyles" Type="${OFFICE}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rSettings" Type="${OFFICE}/settings" Target="settings.xml"/><Relationship Id="rFoot" Type="${OFFICE}/footer" Target="footer1.xml"/></Relationships>`;

/** `hasContents`: Word is to reckon the pages of the contents anew when it opens the file. */
export const settingsXml = (hasContents: boolean): string =>
  `${HEAD}<w:settings ${MAIN}><w:zoom w:percent="100"/>${hasContents ? '<w:updateFields w:val="true"/>' : ""}<w:characterSpacingControl w:val="doNotCompress"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

export const coreXml = (title: string): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;

export const DOCUMENT_HEAD = `${HEAD}<w:document ${MAIN} ${RELATED}><w:body>`;
