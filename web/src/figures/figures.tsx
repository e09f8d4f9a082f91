import { Alert, Flex } from 'antd';
import { answerOf } from '../api/refused';
import type { EvaluationSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { choicesOf } from '../desk/registers';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { useAsked } from '../work-list/asked';
import { ChoiceFilter, MonthFilter } from '../work-list/filters';

type Figures = EvaluationSchemas['AreaFiguresDto'];
type Figure = Exclude<keyof Figures, 'areaCode' | 'areaName' | 'period' | 'withheld'>;

/** In this order; the compiler asks for each that there is. */
const SHOWN: Readonly<Record<Figure, true>> = {
  received: true,
  answeredOnTheSpot: true,
  declined: true,
  redirected: true,
  withdrawn: true,
  closed: true,
  closingRate: true,
  onTimeRate: true,
  responseRate: true,
  solvedRate: true,
  satisfactionRate: true,
  servicesRated: true,
  serviceGoodRate: true,
  medianResponseHours: true,
  p90ResponseHours: true,
  mediationRate: true,
  visitPassRate: true,
  hazardSettledRate: true,
  connectionRate: true,
  answerInTimeRate: true,
  receptionDays: true,
  receptionVisitors: true,
  receptionAnsweredRate: true,
  careVisitRateHigh: true,
  careVisitRateKey: true,
  careVisitRateGeneral: true,
  knockCoverage: true,
  serviceCases: true,
  oneStopRate: true,
  oneVisitRate: true,
  caseInTimeRate: true,
  askedLaterRate: true,
  homeVisits: true,
  activitiesHeld: true,
  activityAttendances: true,
  hires: true,
  hiresKeptRate: true,
  pointUses: true,
  pointUsesDoorCounter: true,
  pointUsesTally: true,
  pointUsesScan: true,
  pointUsesCamera: true,
  pointUsesEstimate: true,
};
const NAMES = Object.keys(SHOWN) as Figure[];

/** The month in Shanghai, as it is now. */
const thisMonth = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date());

/** 指标: of an area in a month. */
export function FiguresPage() {
  const say = useSay();
  const { services, registers, person } = useDesk();
  const [asked, ask] = useAsked();
  const areaCode = asked.get('areaCode') ?? person.area;
  const period = asked.get('period') ?? thisMonth();
  const { value, problem } = useLoaded(
    () => answerOf(services.api.GET('/api/evaluation/v1/figures', { params: { query: { areaCode, period } } })),
    `${areaCode} ${period}`,
  );
  return (
    <Flex vertical gap="middle">
      <h1>{say('指标', 'Figures')}</h1>
      <search>
        <Flex gap="small" wrap align="end">
          <ChoiceFilter
            label={say('区划', 'Area')}
            value={areaCode}
            choices={choicesOf(registers.areas)}
            onChange={(code) => ask('areaCode', code)}
          />
          <MonthFilter label={say('月份', 'Month')} value={period} onChange={(month) => ask('period', month)} />
        </Flex>
      </search>
      {problem && <Alert type="error" role="alert" title={problem} />}
      {value && <Table figures={value} />}
    </Flex>
  );
}

function Table({ figures }: { readonly figures: Figures }) {
  const say = useSay();
  const { registers } = useDesk();
  return (
    <table className="narrow">
      <thead>
        <tr>
          <th scope="col">{say('指标', 'Figure')}</th>
          <th scope="col">{say('值', 'Value')}</th>
          <th scope="col">{say('分子 / 分母', 'Of how many')}</th>
        </tr>
      </thead>
      <tbody>
        {NAMES.map((name) => (
          <tr key={name}>
            <th scope="row">{registers.word('figure', name)}</th>
            <Cells value={figures[name]} isWithheld={figures.withheld?.includes(name) ?? false} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ value, isWithheld }: { readonly value: Figures[Figure]; readonly isWithheld: boolean }) {
  const say = useSay();
  if (isWithheld) return <td colSpan={2}>{say('样本过少，不显示', 'too few to be shown')}</td>;
  if (typeof value !== 'object' || value === null)
    return (
      <>
        <td>{value ?? '–'}</td>
        <td />
      </>
    );
  const { numerator, denominator, rate, smallSample } = value;
  return (
    <>
      <td>
        {rate === null ? '–' : `${(rate * 100).toFixed(2)} %`} {smallSample && <span className="soft">{say('样本少', 'few')}</span>}
      </td>
      <td>
        {numerator} / {denominator}
      </td>
    </>
  );
}
