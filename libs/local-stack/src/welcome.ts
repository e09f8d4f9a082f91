import type { DemoClient } from './demo/clients.js';
import type { DemoPerson } from './demo/people.js';

const REQUEST = {
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010208',
  areaCode: '230903011001',
  title: '暖气不热',
  text: '3号楼2单元室内温度只有15度。',
};

/** Who may log in, and who may call. */
interface DemoHolders {
  readonly clients: readonly [DemoClient, ...DemoClient[]];
  readonly people: readonly DemoPerson[];
}

/** The output of `npm start` when everything is up: addresses, people, clients, and three commands to paste. */
export function welcome(url: string, { clients: [first, ...others], people }: DemoHolders, directory: string): string {
  const clients = [first, ...others].map(({ id, secret, roles }) => [id, secret, roles.join(' ')]);
  return [
    '',
    'Zero Distance 零距离 is up.',
    '',
    ...table([
      ['desk 工作台', `${url}/desk`],
      ['track a request 查询进展', `${url}/public/track`],
      ['report what you see 随手拍', `${url}/public/report`],
      ['card of a grid 网格卡', `${url}/public/grids/230903011001001`],
      ['API console 接口控制台', `${url}/console`],
      ['public ledger 公示台账', `${url}/public`],
      ['outbox of messages 本地发件箱', `file://${directory}/outbox/index.html`],
      ['API documents 接口文档', `${url}/api/<service>/openapi.json`],
    ]),
    '',
    ...table([
      ['log in at the desk as', 'password', 'roles'],
      ...people.map(({ username, password, roles }) => [username, password, roles.join(' ')]),
    ]),
    '',
    ...table([['client', 'secret', 'roles'], ...clients]),
    '',
    'Try: a token, a request from the hotline, and a moment later the work order it becomes.',
    `  TOKEN=$(curl -s -u ${first.id}:${first.secret} -d grant_type=client_credentials ${url}/oidc/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `  curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '${JSON.stringify(REQUEST)}' ${url}/api/intake/v1/requests`,
    `  sleep 1; curl -s -H "Authorization: Bearer $TOKEN" '${url}/api/dispatch/v1/work-orders?limit=1'`,
    '',
    `Ctrl-C stops it; the data stays in ${directory} for the next start (npm start -- --reset removes it).`,
  ].join('\n');
}

/** Rows with their columns under one another; a Chinese character takes two places. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) => `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ')}`.trimEnd());
}

const width = (text: string): number => [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
