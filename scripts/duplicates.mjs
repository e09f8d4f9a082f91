// `node scripts/duplicates.mjs <requests.jsonl>`: how well titles tell that two requests are of one matter, by threshold, into docs/duplicates/README.md.
// The texts are not ours to ship: of the pairs that were labelled by hand the repository holds the ids. Rows are `{ id, title, time }`.
import { readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from './run.mjs';

const [path] = process.argv.slice(2);
if (!path) {
  console.error('usage: node scripts/duplicates.mjs <requests.jsonl>');
  process.exit(2);
}
const { commonWords } = await import(`${ROOT}/services/intake/dist/requests/duplicate/duplicate.js`);
const DAY_MS = 86_400_000;
/** Pairs were drawn by how alike their titles are, so many of each band: rare ones would else not be among them. */
const BANDS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 1.01];
/** Pairs further apart were not drawn. */
const MOST_DAYS = 90;
const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.75];

const rows = readFileSync(path, 'utf8').trim().split('\n').map(JSON.parse);
const byId = new Map(rows.map((row) => [row.id, row]));
const bandOf = (likeness) => BANDS.findLastIndex((least) => likeness >= least);
const labelled = readFileSync(`${ROOT}/docs/duplicates/pairs.csv`, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [one, other, same] = line.split(',');
    return { likeness: commonWords(byId.get(one).title, byId.get(other).title), isSame: same === '1' };
  });

/** How many pairs of a band there are for each that was labelled. */
function weights() {
  const all = BANDS.map(() => 0);
  for (const [i, one] of rows.entries()) {
    for (const other of rows.slice(i + 1)) {
      if (Math.abs(Date.parse(one.time) - Date.parse(other.time)) > MOST_DAYS * DAY_MS) continue;
      const band = bandOf(commonWords(one.title, other.title));
      if (band >= 0) all[band] += 1;
    }
  }
  return all.map((count, band) => count / (labelled.filter(({ likeness }) => bandOf(likeness) === band).length || 1));
}

const weight = weights();
const total = (pairs) => pairs.reduce((sum, { likeness }) => sum + (weight[bandOf(likeness)] ?? 0), 0);
const percent = (share) => `${Math.round(100 * share)} %`;
const lines = THRESHOLDS.map((threshold) => {
  const shown = labelled.filter(({ likeness }) => likeness >= threshold);
  const right = shown.filter(({ isSame }) => isSame);
  const found = total(right) / total(labelled.filter(({ isSame }) => isSame));
  return `| ${percent(threshold)} | ${shown.length} | ${right.length} | ${percent(total(right) / total(shown))} | ${percent(found)} |`;
});
const table = ['| title likeness | pairs | of one matter | precision | recall |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
const readme = `${ROOT}/docs/duplicates/README.md`;
const [before, , after] = readFileSync(readme, 'utf8').split(/<!-- (?:table|end) -->/);
writeFileSync(readme, `${before}<!-- table -->\n\n${table}\n\n<!-- end -->${after}`);
console.log(table);
