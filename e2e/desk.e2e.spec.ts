import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import type { Page } from 'playwright-core';
import { act, Browsing, choose, grave, PICTURE, text } from './browsing.js';
import { inChromium } from './chromium.js';
import { as } from './product.js';

/** As a resident does, without a log-in. */
async function report(url: string, said: string): Promise<void> {
  const photo = new FormData();
  photo.set('file', new Blob([PICTURE], { type: 'image/png' }), 'seen.png');
  const sent = await fetch(`${url}/api/intake/v1/public/photos`, { method: 'POST', body: photo });
  const { id } = (await sent.json()) as { id: string };
  const body = JSON.stringify({ files: [id], text: said, areaCode: '230903011001' });
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(`${url}/api/intake/v1/public/snapshot-reports`, { method: 'POST', headers, body })).status).toBe(201);
}

/** What the API refuses to a page from now on, and what it is asked for at the moment. */
function refusalsOf(page: Page) {
  const asked = new Set<object>();
  const found: string[] = [];
  const isCall = (url: string) => /\/api\/\w+\/v1\//.test(url) && !url.endsWith('/live'); // a stream is never over
  page.on('request', (one) => isCall(one.url()) && asked.add(one));
  page.on('requestfinished', (one) => asked.delete(one));
  page.on('requestfailed', (one) => asked.delete(one));
  page.on('response', (answer) => isCall(answer.url()) && answer.status() >= 400 && found.push(`${answer.status()} ${answer.url()}`));
  return { found, waiting: () => [...asked] };
}

/** So many hours from now, as it is typed in: in the district's time. */
const hourOf = (from: number): string => new Date(Date.now() + (8 + from) * 3_600_000).toISOString().slice(0, 16);

inChromium('the desk on a Monday, by role', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await Browsing.start();
  }, 120_000);
  afterAll(() => browsing?.stop());

  /** Leaves the page open where a request was taken in. */
  async function takeIn(page: Page, title: string): Promise<void> {
    await page.keyboard.press('Alt+n');
    await fillIn(page, title);
  }
  /** In the form of registration, as it is open. */
  async function fillIn(page: Page, title: string): Promise<void> {
    await page.getByRole('textbox', { name: '标题' }).fill(title);
    await page.getByRole('textbox', { name: '内容' }).fill(`${title}，已有三天。`);
    await choose(page, '区划', '学府社区');
    await choose(page, '类别', '010204');
    await page.getByRole('textbox', { name: '诉求人姓名' }).fill('张三');
    await page.getByRole('textbox', { name: '诉求人电话' }).fill('13800001234');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/desk\/requests\/[0-9a-f-]{36}$/);
  }
  /** The day is chosen by hand. */
  async function takeInAtDay(page: Page, host: string, title: string): Promise<void> {
    await page.keyboard.press('Alt+n');
    expect(await page.getByRole('combobox', { name: '接待日' }).count()).toBe(0); // asked of that channel alone
    await choose(page, '渠道', '接待日');
    await page.getByRole('combobox', { name: '接待日' }).fill(host);
    await page.getByTitle(new RegExp(`${host} 社区`)).waitFor();
    await page.keyboard.press('Enter');
    await fillIn(page, title);
  }
  /** From the list of what waits, by its title. */
  async function openFromWork(username: string, title: string): Promise<Page> {
    const page = await browsing.deskOf(username);
    await page.locator('main').getByRole('link', { name: title }).first().click();
    return page;
  }
  const path = (page: Page) => new URL(page.url()).pathname;
  let order = '';

  it('a published entry is found while a request is taken in, and answers it on the spot', async () => {
    const clerk = await browsing.deskOf('clerk', '/desk/knowledge-entries');
    await clerk.getByText('起草条目').first().click();
    await clerk.getByRole('textbox', { name: '问题' }).fill('路灯不亮找谁？');
    await clerk.getByRole('textbox', { name: '答复' }).fill('拨打12345，区住建局48小时内修复。');
    await choose(clerk, '适用区划', '桃山区');
    await choose(clerk, '类别', '010204');
    await choose(clerk, '归口单位', '住房和城乡建设局');
    await clerk.getByRole('button', { name: '起草条目' }).click();
    await clerk.getByRole('link', { name: '路灯不亮找谁？' }).waitFor();
    await clerk.close();
    const publisher = await openFromWork('knowledge', '路灯不亮找谁？');
    await act(publisher, '审核发布');
    await publisher.close();
    const page = await browsing.deskOf('clerk', '/desk/register');
    await page.getByRole('searchbox', { name: '先查知识库' }).or(page.getByLabel('先查知识库')).first().fill('路灯');
    await page.keyboard.press('Enter');
    await page.getByText('路灯不亮找谁？').click();
    await page.getByText('区住建局48小时内修复').waitFor();
    await takeIn(page, '楼道路灯不亮');
    await page.locator('dl').getByText('已派单').first().waitFor(); // what is routed meanwhile is another version
    await act(page, '当场答复', async (form) => {
      await form.getByRole('combobox', { name: '引用知识条目' }).fill('路灯');
      await page.getByRole('option', { name: '路灯不亮找谁？' }).or(page.getByTitle('路灯不亮找谁？')).first().waitFor();
      await page.keyboard.press('Enter');
    });
    await page.getByText('区住建局48小时内修复').first().waitFor();
    await page.close();
  }, 90_000);

  it('a clerk calls back who was not answered, registers what they want, and says which request came of it', async () => {
    const telephone = await as(browsing.product, 'demo-hotline');
    const call = { areaCode: '230903', line: '12345', phone: '13900005678' };
    expect((await telephone.post('/api/intake/v1/missed-calls', call)).status).toBe(201);
    const page = await openFromWork('clerk', '139****5678');
    await page.getByText('查看真实信息').first().click();
    await page.getByRole('textbox', { name: '用途' }).fill('回拨来电');
    await page.locator('form').getByRole('button', { name: '查看真实信息' }).click();
    await page.getByText('13900005678').waitFor();
    const address = path(page);
    await takeIn(page, '井盖松动');
    await page.goto(`${browsing.product.url}${address}`);
    await act(page, '已回拨', async (form) => {
      await choose(page, '结果', '登记诉求');
      await form.getByRole('combobox', { name: '所登记的诉求' }).fill('井盖松动');
      await page.getByTitle('井盖松动').first().waitFor();
      await page.keyboard.press('Enter');
    });
    await page.getByRole('link', { name: '打开所属事项' }).click();
    await page.getByRole('heading', { name: '井盖松动' }).waitFor();
    await page.getByRole('heading', { name: /同一来电人的其他诉求 [1-9]/ }).waitFor();
    await page.close();
  }, 90_000);

  it('a clerk looks at what a resident reported, says where it is, and it is a request', async () => {
    const given = { text: '窨井盖松动，有人绊倒', place: '学府社区7号楼' };
    const headers = { 'Content-Type': 'application/json' };
    const reported = { method: 'POST', headers, body: JSON.stringify(given) };
    expect((await fetch(`${browsing.product.url}/api/intake/v1/public/snapshot-reports`, reported)).status).toBe(201);
    const page = await openFromWork('clerk', given.text);
    await act(page, '属实，登记为诉求', async (form) => {
      await form.getByRole('textbox', { name: '标题' }).fill('窨井盖松动');
      await choose(page, '区划', '学府社区');
      await choose(page, '类别', '010204');
    });
    await page.getByRole('link', { name: '打开所属事项' }).click();
    await page.getByRole('heading', { name: '窨井盖松动' }).waitFor();
    await page.getByText(given.text).waitFor();
    await page.close();
  }, 60_000);

  it('what a passer-by finds broken at a station waits for somebody who looks, and goes to who runs it; staff record it at once', async () => {
    const faults = `${browsing.product.url}/api/intake/v1/public/service-points/nuanfeng-01/faults`;
    const body = JSON.stringify({ facility: 'microwave', note: '不加热。' });
    expect((await fetch(faults, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).ok).toBe(true);
    const page = await openFromWork('clerk', '学府街暖蜂驿站 · 微波炉');
    await page.getByText('不加热。').first().waitFor();
    await act(page, '属实，交运营单位维修', async (form) => form.getByRole('textbox', { name: /核实情况/ }).fill('通电后不加热。'));
    await page.getByText('维修中').first().waitFor();
    await page.goto(`${browsing.product.url}/desk/facility-faults`);
    await page.getByText('上报设施故障').first().click();
    await page.getByRole('textbox', { name: '阵地代码' }).fill('nuanfeng-01');
    await choose(page, '设施', '饮水');
    await page.getByRole('button', { name: '上报设施故障' }).click();
    await page.getByRole('link', { name: /学府街暖蜂驿站 · .*水/ }).waitFor();
    await page.close();
  }, 60_000);

  it('what residents photograph waits for a clerk, who registers it, adds a repeat to that, and tells who to ask what is not for them', async () => {
    for (const text of ['桥头护栏松动', '桥头护栏快掉了', '高速公路护栏损坏']) await report(browsing.product.url, text);
    const page = await openFromWork('clerk', '桥头护栏松动');
    await page.getByRole('img').waitFor();
    await act(page, '属实，登记为诉求', async (form) => {
      await form.getByRole('textbox', { name: '标题' }).fill('护栏松动');
      await choose(page, '类别', '010204');
    });
    await page.getByRole('link', { name: '打开所属事项' }).click();
    await page.getByRole('heading', { name: '护栏松动' }).waitFor();
    await page.getByRole('link', { name: '待办' }).click();
    await page.locator('main').getByRole('link', { name: '桥头护栏快掉了' }).click();
    await act(page, '重复，并入已有诉求', async (form) => {
      await form.getByRole('combobox', { name: '已有的诉求' }).fill('护栏松动');
      await page.getByTitle('护栏松动').first().waitFor();
      await page.keyboard.press('Enter');
    });
    await page.goto(`${browsing.product.url}/desk/snapshot-reports?state=reported`);
    await page.locator('main').getByRole('link', { name: '高速公路护栏损坏' }).click();
    await act(page, '不予受理', async (form) => {
      await choose(page, '原因', '不属本区');
      await text('告知的正确途径', '该路段由省高速公路集团养护，请拨打12328。')(form);
    });
    await page.getByText('请拨打12328').first().waitFor();
    await page.close();
  }, 90_000);

  it('a clerk announces a reception day, sees what its visitors asked for, says that it was held, and closes it when all have a result', async () => {
    const page = await browsing.deskOf('clerk', '/desk/reception-days');
    await page.getByText('预告接待日').first().click();
    await choose(page, '面向的区划', '学府社区');
    await page.getByRole('textbox', { name: '接待领导' }).fill('社区书记');
    await page.getByRole('textbox', { name: '地点' }).fill('社区一楼接待室');
    await page.getByLabel('开始时间').fill(hourOf(-1));
    await page.getByLabel('结束时间').fill(hourOf(1));
    await page.getByRole('button', { name: '预告接待日' }).click();
    await page.getByRole('link', { name: '社区书记接待' }).click();
    await page.waitForURL(/\/desk\/reception-day\//);
    const day = path(page);
    await page.getByRole('link', { name: '登记来访诉求' }).click(); // the day is filled in, and how it came
    await page.getByTitle(/社区书记 社区一楼接待室$/).waitFor();
    await fillIn(page, '楼道灯不亮');
    const visited = path(page);
    await page.getByText('居民接待日').first().waitFor();
    await takeInAtDay(page, '社区书记', '健身器材损坏');
    const second = path(page);
    await page.goto(`${browsing.product.url}${day}`);
    await page.getByRole('link', { name: '楼道灯不亮' }).waitFor();
    await page.getByRole('link', { name: '健身器材损坏' }).waitFor();
    await act(page, '已举行', (form) => form.getByRole('spinbutton', { name: '到场人数' }).fill('1'));
    await page.getByText('已举行').first().waitFor();
    expect(await page.getByRole('button', { name: '办结', exact: true }).count()).toBe(0); // a visitor has no result yet
    for (const request of [visited, second]) {
      await page.goto(`${browsing.product.url}${request}`);
      await act(page, '当场答复', (form) => form.getByRole('textbox', { name: '答复', exact: true }).fill('已当场修好。'));
    }
    await page.goto(`${browsing.product.url}${day}`);
    await act(page, '办结');
    await page.close();
  }, 90_000);

  it('a call opens registration with what the telephone system knows, and the number that is typed finds what the caller asked before', async () => {
    const opened = '/desk/register?call=cc-20261128-000731&line=12345&area=230903&queue=9&recording=rec-000731';
    const page = await browsing.deskOf('clerk', opened);
    await page.getByText('cc-20261128-000731').waitFor();
    await page.getByRole('textbox', { name: '诉求人电话' }).fill('138 0000 1234');
    await page.getByRole('link', { name: '楼道路灯不亮' }).waitFor();
    expect(await grave(page)).toEqual([]);
    await fillIn(page, '路口积水');
    const telephone = await as(browsing.product, 'demo-hotline');
    const { body } = await telephone.get<{ call: object }>(`/api/intake/v1/requests/${path(page).split('/').at(-1)}`);
    const call = { callId: 'cc-20261128-000731', line: '12345', areaCode: '230903', queueSeconds: 9, recordingReference: 'rec-000731' };
    expect(body.call).toMatchObject(call);
    await page.keyboard.press('Alt+n'); // the next one is no call
    await page.getByRole('textbox', { name: '标题' }).waitFor();
    expect(await page.getByText('cc-20261128-000731').count()).toBe(0);
    await page.close();
  }, 60_000);

  it('a handler accepts many orders at once, and is told in its row which was refused and why', async () => {
    const telephone = await as(browsing.product, 'demo-hotline');
    const asked = { kind: 'complaint', channel: 'hotline-12345', categoryCode: '010204', areaCode: '230903011001', text: '三天不亮。' };
    for (const title of ['一号路灯', '二号路灯', '三号路灯']) await telephone.post('/api/intake/v1/requests', { ...asked, title });
    const housing = await as(browsing.product, 'demo-housing');
    const waiting = async () =>
      (await housing.get<{ items: { id: string; title: string }[] }>('/api/dispatch/v1/work-orders?state=dispatched&limit=200')).body.items;
    await eventually(async () => expect((await waiting()).filter(({ title }) => title.endsWith('号路灯'))).toHaveLength(3));
    const page = await browsing.deskOf('housing', '/desk/orders?state=dispatched');
    for (const title of ['一号路灯', '二号路灯', '三号路灯']) await page.getByRole('checkbox', { name: title }).check();
    expect(await grave(page)).toEqual([]);
    // Somebody else was quicker with one, and the page has not heard of it.
    await page.route('**/work-orders/accept', async (route) => {
      const { id } = (await waiting()).find(({ title }) => title === '二号路灯') as { id: string };
      await housing.post(`/api/dispatch/v1/work-orders/${id}/accept`, {});
      await route.continue();
    });
    await page.getByRole('button', { name: '签收所选 3 件' }).click();
    await page.getByText('已签收 2 件，未能签收 1 件').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: '二号路灯' })
      .getByText(/不能执行/)
      .waitFor();
    await page.goto(`${browsing.product.url}/desk/orders?state=accepted`);
    for (const title of ['一号路灯', '二号路灯', '三号路灯']) await page.getByRole('link', { name: title }).waitFor();
    await page.close();
  }, 60_000);

  it('who does an order is chosen by name among the people of its lead, with who stands in, and shown by name', async () => {
    const demo = await as(browsing.product, 'demo');
    const person = { scopes: ['dispatch:read'], roles: ['handler'], areaCode: '230903', organisation: 'housing-bureau' };
    for (const [username, name] of [
      ['li.shifu', '李师傅'],
      ['wang.gong', '王工'],
    ])
      expect((await demo.post('/api/gateway/v1/accounts', { ...person, username, name })).status).toBe(201);
    const page = await openFromWork('housing', '一号路灯');
    await act(page, '分派经办', async () => {
      await choose(page, '经办人', '李师傅');
      await choose(page, '替班人', '王工');
    });
    for (const name of ['李师傅', '王工']) await page.getByRole('definition').filter({ hasText: name }).waitFor();
    await page.close();
  }, 60_000);

  it('a request is divided into parts, each with its own order', async () => {
    const page = await browsing.deskOf('clerk');
    await takeIn(page, '小区又黑又脏');
    await act(page, '分办', async (form) => {
      for (const [at, title, category] of [
        [0, '路灯不亮', '010204'],
        [1, '垃圾未清', '010203'],
      ] as const) {
        await form.getByRole('textbox', { name: '标题' }).nth(at).fill(title);
        await form.getByRole('textbox', { name: '内容' }).nth(at).fill(`${title}。`);
        await choose(page, '区划', '学府社区', at);
        await choose(page, '类别', category, at);
      }
    });
    await page.getByRole('heading', { name: '分项' }).waitFor();
    await page.getByRole('link', { name: '垃圾未清' }).click();
    await page.getByRole('link', { name: '是分办诉求的一个分项' }).waitFor();
    await page.close();
  }, 90_000);

  it('a lead asks for more time, and the centre finds that in its work and grants it', async () => {
    const clerk = await browsing.deskOf('clerk');
    await takeIn(clerk, '广场路灯不亮');
    await clerk.close();
    const housing = await openFromWork('housing', '广场路灯不亮');
    await housing.waitForURL(/\/desk\/orders\//);
    order = path(housing);
    await act(housing, '签收');
    await act(housing, '申请：延期', text('说明', '灯具到货需三日。'));
    await housing.close();
    const centre = await openFromWork('centre', '延期');
    await act(centre, '同意', text('说明', '情况属实。'));
    await centre.getByText('已同意').first().waitFor();
    await centre.close();
  }, 90_000);

  it('the centre gives an order to another lead, and a co-handler accepts its part and reports', async () => {
    const centre = await browsing.deskOf('centre', order);
    await act(centre, '改派', async (form) => {
      await choose(centre, '主办单位', 'heating-company');
      await choose(centre, '协办单位', 'housing-bureau');
      await centre.keyboard.press('Escape');
      await text('指定理由', '需双方到场。')(form);
    });
    await centre.close();
    const housing = await openFromWork('housing', '协助');
    expect(path(housing)).toBe(order);
    await act(housing, '签收协办');
    await act(housing, '向主办单位反馈', text('办理情况', '灯具已到货。'));
    await housing.getByText('灯具已到货。').first().waitFor();
    await housing.close();
  }, 90_000);

  it('a leader sees the figures, opens a supervision order, and closes it after its unit has answered', async () => {
    const leader = await browsing.deskOf('leader', '/desk/figures');
    await leader.getByRole('rowheader', { name: '办结率' }).waitFor();
    expect(await grave(leader)).toEqual([]);
    await leader.goto(`${browsing.product.url}${order}`);
    await act(leader, '开具督办单', async (form) => {
      await choose(leader, '督办原因', '逾期');
      await text('理由', '请三日内办结。')(form);
    });
    await leader.close();
    const heating = await openFromWork('heating', '逾期');
    await act(heating, '答复督办', text('答复', '已派人到场。'));
    await heating.close();
    const again = await openFromWork('leader', '逾期');
    await act(again, '销号', text('说明', '答复属实。'));
    await again.locator('main').getByRole('link', { name: '逾期' }).click();
    await again.waitForURL(/\/desk\/supervision-order\//); // as a message to staff links to it
    await again.getByRole('definition').filter({ hasText: '已派人到场。' }).waitFor();
    await again.close();
  }, 90_000);

  it('a street whistles, and who was summoned arrives', async () => {
    const street = await browsing.deskOf('street', order);
    await act(street, '吹哨', async (form) => {
      await choose(street, '召集的部门', 'housing-bureau');
      await street.keyboard.press('Escape');
      await text('地点', '广场东侧')(form);
      await form.getByLabel('到场时间').fill(hourOf(1)); // so soon that who is summoned may arrive
      await text('理由', '多部门现场会商。')(form);
    });
    await street.close();
    const housing = await openFromWork('housing', '广场东侧');
    await act(housing, '报到');
    await housing.close();
  }, 90_000);

  it('a callback agent sees who to call, for a purpose that is kept, and records what was said', async () => {
    const heating = await openFromWork('heating', '广场路灯不亮');
    const [sheet] = await Promise.all([heating.waitForEvent('download'), heating.getByRole('button', { name: '办理单' }).click()]);
    expect(sheet.suggestedFilename()).toMatch(/^230903011001-\d{6}-\d{6}\.docx$/);
    await act(heating, '签收');
    await act(heating, '开始办理');
    await act(heating, '登记联系诉求人', (form) => form.getByRole('radio', { name: '是' }).check());
    await act(heating, '反馈办理结果', text('办理情况', '已更换灯具。'));
    await heating.close();
    const centre = await openFromWork('centre', '广场路灯不亮');
    await act(centre, '审核通过并公开答复', text('公开答复', '路灯已修复。'));
    await centre.close();
    const agent = await openFromWork('callback', '回访');
    await agent.getByText('查看真实信息').first().click();
    await agent.getByRole('textbox', { name: '用途' }).fill('电话回访');
    await agent.locator('form').getByRole('button', { name: '查看真实信息' }).click();
    await agent.getByText('13800001234').waitFor();
    await act(agent, '登记回访结果', async (form) => {
      await form.getByRole('radio', { name: '是' }).check();
      await choose(agent, '满意度', '非常满意');
    });
    await agent.close();
  }, 90_000);

  it('an administrator keeps the duty roster, and the centre sees who is on duty now and calls them for a purpose that is kept', async () => {
    const admin = await browsing.deskOf('admin', '/desk/duty-shifts');
    await admin.getByRole('region', { name: '陈值班' }).waitFor(); // of the demo
    await admin.getByText('登记值班班次').first().click();
    const form = admin.locator('form').first();
    const shift = async (name: string, from: number) => {
      await choose(admin, '单位', '住房');
      await form.getByRole('textbox', { name: '值班人员' }).fill(name);
      await form.getByRole('textbox', { name: '值班电话' }).fill('13811112222');
      await form.getByLabel('开始时间').fill(hourOf(from));
      await form.getByLabel('结束时间').fill(hourOf(from + 2));
      await form.getByRole('button', { name: '登记值班班次' }).click();
    };
    await shift('王晚班', -1);
    const onDuty = admin.getByRole('region', { name: '王晚班' });
    await onDuty.getByText('138****2222').waitFor();
    await shift('夜值班', 5);
    await admin.getByRole('radio', { name: '接下来' }).check();
    await admin.getByRole('region', { name: '夜值班' }).waitFor();
    expect(await onDuty.count()).toBe(0);
    await admin.getByRole('radio', { name: '全部' }).check();
    await admin.getByRole('region', { name: '夜值班' }).waitFor();
    expect(await grave(admin)).toEqual([]);
    await onDuty.getByText('修改', { exact: true }).click();
    await onDuty.getByRole('textbox', { name: '职务' }).fill('带班副局长');
    await onDuty.getByRole('button', { name: '登记值班班次' }).click();
    await onDuty.getByText('请填写值班电话').waitFor(); // it was never sent to this page
    await onDuty.getByRole('textbox', { name: '值班电话' }).fill('13811112222');
    await onDuty.getByRole('button', { name: '登记值班班次' }).click();
    await onDuty.getByText('带班副局长').waitFor();
    await admin.close();

    const centre = await browsing.deskOf('centre');
    await centre.getByRole('link', { name: '值班表' }).click();
    await centre.getByRole('region', { name: '王晚班' }).locator('summary').click();
    await centre.getByRole('textbox', { name: '用途' }).fill('供热爆管，联系带班领导');
    await centre.locator('form').getByRole('button', { name: '查看真实信息' }).click();
    await centre.getByText('13811112222').waitFor();
    expect(await centre.getByRole('region', { name: '夜值班' }).count()).toBe(0);
    expect(await centre.getByText('修改', { exact: true }).count()).toBe(0);
    await centre.close();
  }, 90_000);

  it('an administrator registers a WeChat group, and a clerk finds the link to post in it, which opens the page to report by', async () => {
    const admin = await browsing.deskOf('admin', '/desk/wechat-groups');
    await admin.getByText('登记微信群或账号').first().click();
    const form = admin.locator('form').first();
    await form.getByRole('textbox', { name: '名称' }).fill('学府社区居民二群');
    await choose(admin, '面向的区划', '学府社区');
    await choose(admin, '管理员', 'clerk');
    await form.getByRole('spinbutton', { name: '响应时限' }).fill('120');
    await form.getByRole('button', { name: '登记微信群或账号' }).click();
    await admin.getByRole('region', { name: '学府社区居民二群' }).waitFor();
    expect(await grave(admin)).toEqual([]);
    await admin.close();
    const clerk = await browsing.deskOf('clerk', '/desk/wechat-groups');
    const link = clerk.getByRole('region', { name: '学府社区居民二群' }).getByText(/\/public\/report\?group=wechat-[0-9a-f]{8}$/);
    const address = (await link.textContent()) ?? '';
    const region = clerk.getByRole('region', { name: '学府社区居民二群' });
    await region.getByRole('button', { name: '复制链接' }).waitFor();
    await region.getByRole('button', { name: '二维码' }).click();
    await region.getByRole('img', { name: '上报链接的二维码' }).waitFor();
    expect(await grave(clerk)).toEqual([]);
    await clerk.close();
    expect(address.startsWith(`${browsing.product.url}/`)).toBe(true);
    const resident = await browsing.openAsNobody(address.slice(browsing.product.url.length));
    await resident.getByRole('heading', { name: '随手拍' }).waitFor();
    await resident.close();
  }, 60_000);

  it('a link with a group that there is not is reported by all the same, and the page says so', async () => {
    const resident = await browsing.openAsNobody('/public/report?group=no-such-group');
    await resident.getByRole('textbox', { name: '看到了什么' }).fill('路灯不亮。');
    await resident.getByRole('button', { name: '提交' }).click();
    await resident.getByText('不经该群收下').waitFor();
    await resident.getByText('请记下编号和查询码').waitFor();
    await resident.close();
  }, 60_000);

  it('no column of a list on a telephone is so narrow that its times are broken', async () => {
    const page = await browsing.deskOf('clerk');
    await takeIn(page, '路口积雪');
    await page.goto(`${browsing.product.url}/desk/requests?sort=newest`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('td time').first().waitFor();
    const broken = `[...document.querySelectorAll('td time')].filter((one) => one.getClientRects().length > 1).length`;
    const narrow = `[...document.querySelectorAll('td')].filter((one) => one.clientWidth < 5 * parseFloat(getComputedStyle(one).fontSize)).length`;
    expect([await page.evaluate(broken), await page.evaluate(narrow)]).toEqual([0, 0]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  }, 60_000);

  it('each page that the head leads to opens without a refusal and fits a small telephone, whoever looks', async () => {
    for (const username of ['clerk', 'centre', 'grid', 'care', 'housing', 'window', 'callback', 'knowledge', 'admin', 'leader']) {
      const page = await browsing.deskOf(username);
      await page.setViewportSize({ width: 360, height: 740 });
      const refused = refusalsOf(page);
      const head = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
      for (const name of await head.allInnerTexts()) {
        await head.filter({ hasText: name }).first().click();
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'); // what it asks for is asked
        await eventually(async () => expect(refused.waiting()).toEqual([]));
        const fits = await page.evaluate('document.documentElement.scrollWidth <= innerWidth');
        expect([username, name, ...refused.found, fits]).toEqual([username, name, true]);
      }
      await page.close();
    }
  }, 300_000);

  it('a leader finds in the head what the figures count, and uses of a point under its name', async () => {
    const day = new Date(Date.now() + (8 - 24) * 3_600_000).toISOString().slice(0, 10);
    const clerk = await as(browsing.product, 'demo-hotline');
    const counted = await clerk.put('/api/intake/v1/point-uses', { servicePointCode: 'nuanfeng-01', day, uses: 46, method: 'tally' });
    expect(counted.status).toBe(200);
    const leader = await browsing.deskOf('leader');
    const head = leader.getByRole('navigation', { name: '主导航' });
    for (const name of ['接待日', '办件', '上门服务', '活动', '敲门行动'])
      expect(await head.getByRole('link', { name, exact: true }).count()).toBe(1);
    await head.getByRole('link', { name: '阵地使用', exact: true }).click();
    await leader.getByRole('link', { name: `学府街暖蜂驿站 · ${day} · 46` }).waitFor();
    await leader.close();
  }, 60_000);

  it('filters stand in the address, so that a bookmark and the way back lead to the same list', async () => {
    const page = await browsing.deskOf('centre', '/desk/requests');
    await choose(page, '状态', '已分办');
    await page.waitForURL(/\?state=divided$/);
    await page.getByRole('link', { name: '小区又黑又脏' }).click();
    await page.getByRole('heading', { name: '小区又黑又脏' }).waitFor();
    await page.goBack();
    await page.waitForURL(/\/desk\/requests\?state=divided$/);
    await page.reload();
    await page.getByRole('link', { name: '小区又黑又脏' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await page.close();
  }, 60_000);

  it('everything is reached by keys, which are told by ?', async () => {
    const page = await browsing.deskOf('centre');
    await page.locator('body').press('?');
    await page.getByRole('heading', { name: '快捷键' }).waitFor();
    expect(await grave(page)).toEqual([]);
    await page.locator('body').press('?');
    await page.keyboard.press('Alt+2');
    await page.waitForURL(/\/desk\/orders/);
    await page.getByRole('link', { name: '路灯不亮' }).first().waitFor();
    await page.keyboard.press('Alt+f');
    expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('编号、类别或区划');
    await page.keyboard.press('Alt+j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/orders\/[0-9a-f-]{36}$/);
    await page.close();
  }, 60_000);

  it('a list whose texts are sealed leads to the requests, which are found by their words', async () => {
    const page = await browsing.deskOf('centre', '/desk/orders?q=%E8%B7%AF%E7%81%AF');
    await page.getByRole('link', { name: '按词在诉求中查找' }).click();
    await page.waitForURL(/\/desk\/requests\?q=/);
    await page.getByRole('link', { name: '路灯不亮' }).first().waitFor();
    expect(await grave(page)).toEqual([]);
    await page.close();
  }, 60_000);

  it('have made no error, and asked nothing of anybody else', () => {
    expect(browsing.problems).toEqual([]);
  });
});
