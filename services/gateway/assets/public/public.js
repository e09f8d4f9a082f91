import { asOf, FIGURES, KINDS, moment, SATISFACTION, SMALL_SAMPLE, STAGES, withheld } from './labels.js';

const API = '/api/evaluation/v1/public';
const byId = (id) => document.getElementById(id);
const [form, figures, figuresNote, ledger, ledgerNote, more] = ['filter', 'figures', 'figures-note', 'ledger', 'ledger-note', 'more'].map(
  byId,
);
const [asked, askedNote] = ['asked', 'asked-note'].map(byId);
let cursor;

/** An element with children. Text goes in as text nodes only, so nothing that people wrote can become markup. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

const both = (zh, en) => [zh, ' ', el('span', { lang: 'en' }, en)];
const label = (table, code) => (table[code] ? both(...table[code]) : [code ?? '']);

async function read(path, query) {
  const url = new URL(API + path, location.origin);
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  const answer = await fetch(url, { headers: { accept: 'application/json' } }); // the browser asks in its reader's language
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? `HTTP ${answer.status}`);
  return body;
}

function note(element, ...children) {
  element.replaceChildren(...children);
  element.hidden = children.length === 0;
}

/** A figure; where there is none, why. */
function figureText(found, field, write) {
  if (found.withheld.includes(field)) return [el('small', { class: 'withheld' }, ...both(...withheld(found.publishMinimum)))];
  return [typeof found[field] === 'number' ? write(found[field]) : '—'];
}

async function showFigures(areaCode, period) {
  try {
    const found = await read('/figures', { areaCode, period });
    const tiles = FIGURES.map(([field, zh, en, write]) =>
      el('div', {}, el('dd', { 'data-figure': field }, ...figureText(found, field, write)), el('dt', {}, ...both(zh, en))),
    );
    figures.replaceChildren(...tiles);
    byId('figures-period').textContent = found.period;
    note(figuresNote, ...both(...asOf(found.asOf)), ...(found.smallSample ? [' ', ...both(...SMALL_SAMPLE)] : []));
  } catch (error) {
    figures.replaceChildren();
    note(figuresNote, ...both('没有可显示的数据。', 'There are no figures to show.'), ' ', error.message);
  }
}

function entry(item) {
  const result = item.satisfaction ?? (item.solved === undefined || item.solved === null ? undefined : item.solved ? 'solved' : 'unsolved');
  const good = item.solved !== false && !/dissatisfied$/.test(item.satisfaction ?? '');
  const stages = (item.stages ?? []).map((stage) =>
    el('li', {}, ...both(stage.stage, STAGES[stage.stage] ?? ''), el('time', stage.at ? { datetime: stage.at } : {}, moment(stage.at))),
  );
  return el(
    'li',
    { 'data-request-number': item.requestNumber },
    el(
      'div',
      { class: 'entry-head' },
      el('h3', {}, ...label(KINDS, item.kind), ' · ', ...both(`类别 ${item.categoryCode}`, 'category')),
      el('span', { class: 'number' }, item.requestNumber),
    ),
    el('p', { class: 'where' }, [item.areaName ?? item.areaCode, item.organisationName].filter(Boolean).join(' · ')),
    item.publicAnswer ? el('p', { class: 'answer' }, item.publicAnswer) : undefined,
    result ? el('p', { class: `result ${good ? 'good' : 'poor'}` }, ...resultLabel(item)) : undefined,
    el('ol', { class: 'stages' }, ...stages),
  );
}

function resultLabel({ solved, satisfaction }) {
  const parts = [];
  if (solved === true) parts.push(...both('已解决', 'Solved'), ' ');
  if (solved === false) parts.push(...both('未解决', 'Not solved'), ' ');
  if (satisfaction) parts.push(...label(SATISFACTION, satisfaction));
  return parts;
}

async function showLedger(areaCode) {
  more.disabled = true;
  try {
    const page = await read('/ledger', { areaCode, cursor, limit: '20' });
    ledger.append(...page.items.map(entry));
    cursor = page.next;
    note(ledgerNote, ...(ledger.children.length === 0 ? both('还没有可公开的记录。', 'Nothing to show yet.') : []));
  } catch (error) {
    note(ledgerNote, ...both('台账无法读取。', 'The ledger cannot be read.'), ' ', error.message);
  }
  more.disabled = false;
  more.hidden = !cursor;
}

function show() {
  const { areaCode, period } = Object.fromEntries(new FormData(form));
  cursor = undefined;
  ledger.replaceChildren();
  return Promise.all([showFigures(areaCode, period), showLedger(areaCode)]);
}

/** One entry, which an address names behind `#`: what somebody found to be reported already leads here. */
async function showAsked() {
  const number = location.hash.slice(1);
  if (!/^\d{6}/.test(number)) return; // the way past the head is no number
  try {
    asked.replaceChildren(entry(await read(`/ledger/${encodeURIComponent(number)}`, {})));
    note(askedNote);
  } catch {
    asked.replaceChildren();
    note(askedNote, ...both(`${number} 尚未办结，或未公示。`, 'is not closed yet, or is not published.'));
  }
}

/** The filter lives in the address, so that a view can be shared. */
function fromAddress() {
  const query = new URLSearchParams(location.search);
  byId('area').value = query.get('areaCode') ?? '';
  byId('period').value = query.get('period') ?? '';
  return show();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, '', `?${query}`);
  show();
});
more.addEventListener('click', () => showLedger(byId('area').value));
addEventListener('popstate', fromAddress);
fromAddress();
addEventListener('hashchange', showAsked);
showAsked();
