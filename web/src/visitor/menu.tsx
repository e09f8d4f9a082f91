import createClient from 'openapi-fetch';
import { useEffect, useState } from 'react';
import type { components, paths } from '../api/intake';
import { answerOf } from '../api/refused';
import { useLanguage, useSay } from '../language/language';
import { VisitorPage } from './visitor-page';

type Item = components['schemas']['ServiceItemDto'];
type Group = components['schemas']['ResidentGroupDto'];

const intake = createClient<paths>({ baseUrl: '/' });

/** As many groups as a district tells apart. */
const MOST_GROUPS = 200;

/** 服务菜单, by anybody: what a group can have, with papers, steps and time. `?group=elderly`; without one, what is for everyone. */
export function MenuPage() {
  const say = useSay();
  const group = new URLSearchParams(location.search).get('group') ?? undefined;
  const { items, groups, problem } = useMenu(group);
  return (
    <VisitorPage title={groups?.find(({ code }) => code === group)?.name ?? say('服务菜单', 'Service menu')}>
      {groups && <Groups of={groups} chosen={group} />}
      {problem && <p role="alert">{problem}</p>}
      {items?.length === 0 && <p>{say('暂无服务事项。', 'Nothing is offered yet.')}</p>}
      {items?.map((item) => (
        <ItemPart key={item.code} item={item} />
      ))}
      <p>
        <a href="/public/activities">{say('社区活动', 'Activities')}</a>
      </p>
      <p className="soft">
        {say(
          '点单请到社区窗口、联系网格员或拨打热线。',
          'To order, go to the window of the community, ask your grid worker or call the hotline.',
        )}
      </p>
    </VisitorPage>
  );
}

/** The menu of a group, and the groups there are. */
function useMenu(group: string | undefined) {
  const { language } = useLanguage();
  const [items, setItems] = useState<readonly Item[]>();
  const [groups, setGroups] = useState<readonly Group[]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const headers = { 'Accept-Language': language === 'zh' ? 'zh-CN' : 'en' };
    const failed = (error: Error) => setProblem(error.message);
    setProblem(undefined);
    answerOf(intake.GET('/api/intake/v1/public/service-menu', { params: { query: { group } }, headers })).then(
      (menu) => setItems(menu.items),
      failed,
    );
    answerOf(intake.GET('/api/intake/v1/resident-groups', { params: { query: { limit: MOST_GROUPS } }, headers })).then(
      (page) => setGroups(page.items),
      failed,
    );
  }, [group, language]);
  return { items, groups, problem };
}

function Groups({ of, chosen }: { readonly of: readonly Group[]; readonly chosen: string | undefined }) {
  const say = useSay();
  return (
    <nav aria-label={say('群体', 'Groups')}>
      <a href="/public/service-menu" aria-current={chosen === undefined ? 'page' : undefined}>
        {say('所有人', 'Everyone')}
      </a>
      {of.map(({ code, name }) => (
        <span key={code}>
          {' · '}
          <a href={`/public/service-menu?group=${encodeURIComponent(code)}`} aria-current={chosen === code ? 'page' : undefined}>
            {name}
          </a>
        </span>
      ))}
    </nav>
  );
}

function ItemPart({ item }: { readonly item: Item }) {
  const say = useSay();
  const { name, timeLimitWorkingDays: days, materials, steps, fee, onlineLink, oneStop, assisted, categoryCode, retiredOn } = item;
  return (
    <section className="card">
      <h2>{name}</h2>
      <dl>
        <dt>{say('怎样办', 'How to have it')}</dt>
        <dd>{categoryCode === null ? say('到窗口办理', 'At a window') : say('可点单', 'It can be ordered')}</dd>
        <dt>{say('办理时限', 'Within')}</dt>
        <dd>{say(`${days} 个工作日`, `${days} working days`)}</dd>
        <dt>{say('所需材料', 'Papers to bring')}</dt>
        <dd>{materials.length === 0 ? say('无', 'None') : materials.join('、')}</dd>
        <dt>{say('步骤', 'Steps')}</dt>
        <dd>{steps.join(' → ')}</dd>
        <dt>{say('收费', 'Fee')}</dt>
        <dd>{fee ?? say('不收费', 'None')}</dd>
        {retiredOn && <Until day={retiredOn} successor={item.successorItem} />}
      </dl>
      {oneStop && <p>{say('一人通办：任一窗口人员都能办完。', 'Any clerk at a window completes it.')}</p>}
      {assisted && <p>{say('可帮办代办。', 'Who needs help is helped with it.')}</p>}
      {onlineLink && (
        <p>
          <a href={onlineLink}>{say('网上办理', 'Do it online')}</a>
        </p>
      )}
    </section>
  );
}

function Until({ day, successor }: { readonly day: string; readonly successor: string | null }) {
  const say = useSay();
  return (
    <>
      <dt>{say('停办日期', 'Until')}</dt>
      <dd>{successor === null ? day : say(`${day}，此后改为 ${successor}`, `${day}, from then on ${successor}`)}</dd>
    </>
  );
}
