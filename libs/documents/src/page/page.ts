import { escapeHtml, readLabel } from '@zero-distance/kernel';
import { storableInXml } from '@zero-distance/platform/xml-text';
import { type DocumentDefinition, type DocumentPart, type DocumentValues, fieldsOf, nameOf } from '../document.js';

/**
 * A document as a page to print: one HTML text without a script and without anything from elsewhere. Fonts are named, not carried; offices have
 * them.
 */
export function toPage(document: DocumentDefinition, values: DocumentValues): string {
  const title = safe(readLabel(document.title).zh);
  const parts = document.parts.map((part) => toHtml(part, document, values)).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${parts}
<footer>${cell('printedAt', document)}：${text(values, 'printedAt')}</footer>
</body>
</html>
`;
}

const STYLE = `
@page { size: A4; margin: 25mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
body { max-width: 170mm; margin: 10mm auto; font: 12pt/1.6 "FangSong", "仿宋", "STFangsong", "FangSong_GB2312", "Noto Serif CJK SC", serif; color: #000; background: #fff; }
h1 { margin: 0 0 8mm; text-align: center; font: bold 18pt "SimSun", "宋体", "STSong", "Noto Serif CJK SC", serif; }
h2 { margin: 6mm 0 2mm; font: bold 12pt "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: -1px; }
th, td { border: 1px solid #000; padding: 1.5mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
th { font: bold 11pt "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif; }
tr, .signatures div { break-inside: avoid; }
thead { display: table-header-group; }
.label { width: 28mm; }
.signatures { display: flex; flex-wrap: wrap; gap: 12mm 0; margin-top: 12mm; }
.signatures div { width: 50%; }
.signatures p { margin: 10mm 0 0; }
footer { margin-top: 8mm; font-size: 9pt; text-align: right; }
@media print { body { max-width: none; margin: 0; } }
`;

function toHtml(part: DocumentPart, document: DocumentDefinition, values: DocumentValues): string {
  if ('pairs' in part) return pairsHtml(part.pairs, document, values);
  if ('words' in part) return `<table>${row(labelled(part.words, document, values, 3))}</table>`;
  if ('table' in part) return tableHtml(part.table, document, values);
  const signed = part.signatures.map((label) => `<div>${safe(readLabel(label).zh)}：<p>　　　　年　　月　　日</p></div>`);
  return `<section class="signatures">${signed.join('')}</section>`;
}

function pairsHtml(keys: readonly string[], document: DocumentDefinition, values: DocumentValues): string {
  const rows: string[] = [];
  for (let at = 0; at < keys.length; at += 2) {
    const two = keys.slice(at, at + 2);
    rows.push(row(two.map((key) => labelled(key, document, values, two.length === 1 ? 3 : 1)).join('')));
  }
  return `<table>${rows.join('')}</table>`;
}

const labelled = (key: string, document: DocumentDefinition, values: DocumentValues, columns: number): string =>
  `<th class="label" scope="row">${cell(key, document)}</th><td colspan="${columns}">${text(values, key)}</td>`;

function tableHtml(key: string, document: DocumentDefinition, values: DocumentValues): string {
  const table = document.tables[key];
  const rows = values[key];
  if (!table || !Array.isArray(rows)) throw new Error(`${document.name} has no table ${key}`);
  const columns = Object.entries(table.columns);
  const head = row(columns.map(([, column]) => `<th scope="col">${safe(nameOf(column))}</th>`).join(''));
  const body = (rows as readonly DocumentValues[]).map((one) => row(columns.map(([name]) => `<td>${text(one, name)}</td>`).join('')));
  return `<h2>${safe(nameOf(table))}</h2>\n<table><thead>${head}</thead><tbody>${body.join('')}</tbody></table>`;
}

const row = (cells: string): string => `<tr>${cells}</tr>`;

function cell(key: string, document: DocumentDefinition): string {
  const field = fieldsOf(document)[key];
  if (!field) throw new Error(`${document.name} has no field ${key}`);
  return safe(nameOf(field));
}

function text(values: DocumentValues, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? safe(value) : '';
}

/** What a browser takes for a text and for nothing else. */
const safe = (written: string): string => escapeHtml(storableInXml(written));
