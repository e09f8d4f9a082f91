import { readLabel } from '@zero-distance/kernel';
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { COMMON_FIELDS, type DocumentDefinition, type DocumentPart, fieldsOf, nameOf } from '../document.js';

/** By name: offices have them. Latin letters and figures are not in the Chinese ones of all of them. */
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const BOLD = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const TITLE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
/** In half points. */
const SIZE = { title: 36, body: 24, label: 22, foot: 18 };

/** Of an A4 page, in its own unit: 170 mm of text, whose labels take 28. */
const TEXT_WIDTH = convertMillimetersToTwip(170);
const LABEL_WIDTH = convertMillimetersToTwip(28);
const PAGE = {
  size: { width: 11_906, height: 16_838 }, // A4, in twentieths of a point
  margin: {
    top: convertMillimetersToTwip(25),
    bottom: convertMillimetersToTwip(25),
    left: convertMillimetersToTwip(20),
    right: convertMillimetersToTwip(20),
  },
};

/** The template of a document until a district has its own: its parts, with tags in the places of its values. To be taken, changed and published. */
export function presetOf(document: DocumentDefinition): Promise<Buffer> {
  const title = readLabel(document.title).zh;
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: title, font: TITLE, size: SIZE.title, bold: true })],
  });
  const section = {
    properties: { page: PAGE },
    footers: { default: footer() },
    children: [heading, ...document.parts.flatMap((part) => [...partOf(part, document), plain('')])],
  };
  const styles = { default: { document: { run: { font: BODY, size: SIZE.body } } } };
  return Packer.toBuffer(new Document({ title, styles, sections: [section] }));
}

const tag = (name: string): string => `{${name}}`;
const plain = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, size: SIZE.body })] });
const label = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, font: BOLD, size: SIZE.label })] });

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${nameOf(COMMON_FIELDS.printedAt)}：${tag(nameOf(COMMON_FIELDS.printedAt))}　`, size: SIZE.foot }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SIZE.foot }),
        ],
      }),
    ],
  });

function partOf(part: DocumentPart, document: DocumentDefinition): (Paragraph | Table)[] {
  if ('pairs' in part) return [pairsTable(part.pairs, document)];
  if ('words' in part) return [grid([LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH], [labelled(part.words, document)])];
  if ('table' in part) return rowsTable(part.table, document);
  return part.signatures.flatMap((signed) => [plain(`${readLabel(signed).zh}：`), plain('　　　　　　　　　　年　　月　　日')]);
}

function pairsTable(keys: readonly string[], document: DocumentDefinition): Table {
  const width = TEXT_WIDTH / 2 - LABEL_WIDTH;
  const lines: Paragraph[][] = [];
  for (let at = 0; at < keys.length; at += 2) lines.push(keys.slice(at, at + 2).flatMap((key) => labelled(key, document)));
  return grid([LABEL_WIDTH, width, LABEL_WIDTH, width], lines);
}

function labelled(key: string, document: DocumentDefinition): Paragraph[] {
  const field = fieldsOf(document)[key];
  if (!field) throw new Error(`${document.name} has no field ${key}`);
  return [label(nameOf(field)), plain(tag(nameOf(field)))];
}

/** A line of headers, and one that is repeated for each row: its first cell begins the loop and its last ends it. */
function rowsTable(key: string, document: DocumentDefinition): (Paragraph | Table)[] {
  const table = document.tables[key];
  if (!table) throw new Error(`${document.name} has no table ${key}`);
  const columns = Object.values(table.columns);
  const tags = columns.map((column) => tag(nameOf(column)));
  tags[0] = `${tag(`#${nameOf(table)}`)}${tags[0]}`;
  tags[tags.length - 1] += tag(`/${nameOf(table)}`);
  const widths = columns.map(() => TEXT_WIDTH / columns.length);
  return [label(nameOf(table)), grid(widths, [columns.map((column) => label(nameOf(column))), tags.map(plain)])];
}

/** A table with lines around its cells. The last cell of a line that is shorter than the others takes the rest of it. */
const grid = (widths: readonly number[], lines: readonly (readonly Paragraph[])[]): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map(Math.round),
    rows: lines.map(
      (cells) => new TableRow({ cantSplit: cells.length > 2, children: cells.map((one, at) => cellOf(one, at, cells, widths)) }),
    ),
  });

function cellOf(content: Paragraph, at: number, cells: readonly Paragraph[], widths: readonly number[]): TableCell {
  const isLast = at === cells.length - 1;
  const own = isLast ? widths.slice(at) : widths.slice(at, at + 1);
  return new TableCell({
    children: [content],
    columnSpan: own.length,
    width: { size: Math.round(own.reduce((sum, one) => sum + one, 0)), type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
  });
}
