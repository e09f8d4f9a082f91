import createClient from 'openapi-fetch';
import { useEffect, useState } from 'react';
import type { paths as EvaluationPaths } from '../api/evaluation';
import type { components, paths } from '../api/intake';
import { answerOf } from '../api/refused';
import { useLanguage, useSay } from '../language/language';
import { Code } from './code';
import { type Figures, GridFigures } from './grid-figures';
import { VisitorPage } from './visitor-page';

type Card = components['schemas']['GridCardDto'];

const api = createClient<paths & EvaluationPaths>({ baseUrl: '/' });

/** `/public/grids/230903011001001`, and the sign to print of it, which has `/sign` behind it. */
const PATH = /^\/public\/grids\/([^/]+)(\/sign)?\/?$/;
/** The digits of a community, in those of its grid. */
const COMMUNITY = 12;

/** 网格卡, by anybody who stands before the sign: who looks after the grid, the line for complaints, and how the community does. */
export function GridPage() {
  const say = useSay();
  const [, code = '', sign] = PATH.exec(location.pathname) ?? [];
  const { card, figures, problem } = useCard(code);
  return (
    <VisitorPage title={card?.name ?? say('网格卡', 'Grid card')}>
      {problem && <p role="alert">{problem}</p>}
      {card && (
        <>
          <CardPart card={card} />
          {sign ? <Sign code={code} /> : <Ways code={code} />}
          {!sign && figures && <GridFigures figures={figures} />}
        </>
      )}
    </VisitorPage>
  );
}

/** The card, and the community's figures where some are published. */
function useCard(code: string) {
  const { language } = useLanguage();
  const [card, setCard] = useState<Card>();
  const [figures, setFigures] = useState<Figures>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const headers = { 'Accept-Language': language === 'zh' ? 'zh-CN' : 'en' };
    setProblem(undefined);
    answerOf(api.GET('/api/intake/v1/public/grids/{code}', { params: { path: { code } }, headers })).then(setCard, (error: Error) =>
      setProblem(error.message),
    );
    const query = { areaCode: code.slice(0, COMMUNITY) };
    answerOf(api.GET('/api/evaluation/v1/public/figures', { params: { query }, headers })).then(setFigures, () => undefined); // none yet
  }, [code, language]);
  return { card, figures, problem };
}

function CardPart({ card }: { readonly card: Card }) {
  const say = useSay();
  const { community, kind, workerName, phone, supervisionPhone, buildings, households } = card;
  return (
    <section className="card">
      <dl>
        <dt>{say('所在社区或村', 'Community or village')}</dt>
        <dd>{community}</dd>
        <dt>{say('网格类别', 'Kind of grid')}</dt>
        <dd>{kind === 'basic' ? say('基础网格', 'where people live') : say('专属网格', 'of one owner')}</dd>
        <dt>{say('网格员', 'Grid worker')}</dt>
        <dd className="step">{workerName}</dd>
        <dt>{say('工作电话', 'Telephone')}</dt>
        <dd>
          <a href={`tel:${phone}`}>{phone}</a>
        </dd>
        <dt>{say('监督电话', 'Complaints about the grid')}</dt>
        <dd>
          <a href={`tel:${supervisionPhone}`}>{supervisionPhone}</a>
        </dd>
        {buildings !== null && (
          <>
            <dt>{say('楼栋', 'Buildings')}</dt>
            <dd>{buildings}</dd>
          </>
        )}
        {households !== null && (
          <>
            <dt>{say('户数', 'Households')}</dt>
            <dd>{households}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** What somebody who reads the card may want next. */
function Ways({ code }: { readonly code: string }) {
  const say = useSay();
  return (
    <p className="no-print">
      <a href="/public/report">{say('我要上报', 'Report something')}</a> · <a href="/public/track">{say('查询进展', 'How far is it?')}</a> ·{' '}
      <a href={`/public/activities?area=${code.slice(0, COMMUNITY)}`}>{say('社区活动', 'Activities')}</a> ·{' '}
      <a href={`/public/grids/${code}/sign`}>{say('打印网格牌', 'Print the sign')}</a>
    </p>
  );
}

/** 网格牌: hung up in the grid; who points a telephone at it is on its card. */
function Sign({ code }: { readonly code: string }) {
  const say = useSay();
  const address = `${location.origin}/public/grids/${code}`;
  return (
    <>
      <figure className="sign">
        <Code of={address} label={say('扫码查看网格卡', 'Scan for the card of the grid')} />
        <figcaption>
          {say('扫码查看网格卡', 'Scan for the card of the grid')} <span className="words">{address}</span>
        </figcaption>
      </figure>
      <button type="button" className="no-print" onClick={() => print()}>
        {say('打印', 'Print')}
      </button>
    </>
  );
}
