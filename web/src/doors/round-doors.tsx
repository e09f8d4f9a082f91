import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { Door } from './door';

type Round = IntakeSchemas['RoundDto'];
type Coverage = IntakeSchemas['RoundCoverageDto'];

const SHOWN = 50;
const inOrder = (doors: readonly IntakeSchemas['RoundTargetDto'][]) => [...doors].sort((a, b) => a.number - b.number);
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)}%`);

/** 敲门: how far a round is by grid, and its doors, each with its form; a card a door, so that it is used on a telephone. */
export function RoundDoors({ row }: { readonly row: never }) {
  const say = useSay();
  const round: Round = row;
  const { services } = useDesk();
  const [isAll, setAll] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const asked = `limit=${most}${isAll ? '' : '&toKnock=true'}`;
  const load = () =>
    Promise.all([
      services.read<Coverage>(`/api/intake/v1/rounds/${round.id}/coverage`),
      services.read<IntakeSchemas['RoundTargetPage']>(`/api/intake/v1/rounds/${round.id}/targets?${asked}`),
    ]);
  const { value, problem, reload } = useLoaded(load, `${round.id} ${round.version} ${asked}`);
  if (problem) return <Alert type="error" role="alert" title={problem} />;
  if (!value) return null;
  const [coverage, { items, next }] = value;
  return (
    <>
      <CoverageOf coverage={coverage} />
      <section className="card">
        <h2>{say('名单', 'Doors')}</h2>
        <Flex gap="small" wrap>
          <Button onClick={() => setAll(!isAll)} aria-pressed={isAll}>
            {isAll ? say('只看待敲门的', 'Only those to be called on') : say('看全部住户', 'All of them')}
          </Button>
          <Link href={`/desk/knock-needs`}>{say('敲门发现的需求', 'Needs that were found')}</Link>
        </Flex>
        {items.length === 0 && <p role="status">{say('没有住户', 'There is no door')}</p>}
        {inOrder(items).map((door) => (
          <Door key={`${door.id} ${door.knocks}`} door={door} questions={round.questions} reload={reload} />
        ))}
        {next && most < 200 && <Button onClick={() => setMost(200)}>{say('更多住户', 'More doors')}</Button>}
        {next && most >= 200 && <p>{say('只显示前 200 户。', 'The first 200 are shown.')}</p>}
      </section>
    </>
  );
}

/** 敲门率. */
function CoverageOf({ coverage }: { readonly coverage: Coverage }) {
  const say = useSay();
  const { registers } = useDesk();
  const titles = [say('网格', 'Grid'), say('户数', 'Doors'), say('见到', 'Met'), say('敲门率', 'Coverage'), say('未敲', 'Not knocked at')];
  const all = { ...coverage, areaCode: say('合计', 'All') };
  return (
    <section className="card">
      <h2>{say('敲门率', 'Coverage')}</h2>
      <table className="narrow">
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...coverage.grids, all].map(({ areaCode, targets, met, coverage: share, unknocked }) => (
            <tr key={areaCode}>
              <td>{registers.area(areaCode)}</td>
              <td>{targets}</td>
              <td>{met}</td>
              <td>{percent(share)}</td>
              <td>{unknocked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
