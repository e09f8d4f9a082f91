import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { httpAdapter } from '../src/adapters/http-template.js';

/** A text with all that could end a string. */
const LETTER = { id: '0190a5c0-7c1e-7000-8000-000000000031', to: '13800001234', title: '工单', text: '编号"1"\n\\，{{to}}' };
const HEADERS = { 'content-type': 'application/json' };

let server: Server;
let posted: unknown[] = [];
/** 企业微信 answers 200 to what it refuses too. */
let answer = '{"errcode":0,"errmsg":"ok"}';
beforeAll(async () => {
  server = createServer((request, response) => {
    void json(request).then((body) => {
      posted.push(body);
      response.end(answer);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (body: string) => {
  posted = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cgi-bin/webhook/send?key=k`;
  return httpAdapter({ url, headers: HEADERS, body, success: '"errcode":0' }).send(LETTER);
};

it('A group robot of WeChat Work 企业微信 takes the message, and calls the person by the number', async () => {
  const robot = '{"msgtype":"text","text":{"content":"{{text}}","mentioned_mobile_list":["{{to}}"]}}';
  expect(await post(robot)).toBeUndefined();
  expect(posted).toEqual([{ msgtype: 'text', text: { content: LETTER.text, mentioned_mobile_list: [LETTER.to] } }]);
});

it('So does an application of WeChat Work, behind whatever keeps its token', async () => {
  const application = '{"touser":"{{to}}","msgtype":"text","agentid":1000002,"text":{"content":"{{text}}"},"safe":0}';
  expect(await post(application)).toBeUndefined();
  expect(posted).toEqual([{ touser: LETTER.to, msgtype: 'text', agentid: 1000002, text: { content: LETTER.text }, safe: 0 }]);
});

it('What WeChat Work refuses with an answer of 200 is no success', async () => {
  answer = '{"errcode":45009,"errmsg":"api freq out of limit"}';
  expect(await post('{"msgtype":"text","text":{"content":"{{text}}"}}')).toEqual({ code: 'refused', permanent: false });
});
