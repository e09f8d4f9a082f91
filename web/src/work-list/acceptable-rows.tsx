import { Alert, Button, Flex } from 'antd';
import { type ComponentProps, useState } from 'react';
import { useKeys } from '../action/use-sending';
import type { DispatchSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { useLanguage, useSay } from '../language/language';
import type { Person } from '../log-in/log-in';
import { ORDER } from '../nouns/order';
import { type Choosing, type Row, Rows } from './rows';

/** So many are taken at once. */
const MOST = 100;

type Refused = ReadonlyMap<string, { readonly title: string; readonly why: string }>;
const NONE: Refused = new Map();

const isAcceptable = ({ noun, shown }: Row, { scopes }: Person): boolean =>
  noun === ORDER && shown.allowed.includes('accept') && scopes.includes('dispatch:write');

/** 批量签收: rows of which a handler accepts many at once. What is refused of them says so in its row, or above where the row has gone. */
export function AcceptableRows({ reload, ...list }: ComponentProps<typeof Rows> & { readonly reload: () => void }) {
  const { person } = useDesk();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const acceptable = list.rows.filter((row) => isAcceptable(row, person));
  const chosen = acceptable.filter(({ shown }) => marked.has(shown.id));
  const mark = (ids: readonly string[]) => setMarked(new Set(ids));
  const accepting = useAccepting(chosen, () => {
    mark([]);
    reload();
  });
  const choosing: Choosing = {
    mayChoose: (row) => acceptable.includes(row) && (chosen.includes(row) || chosen.length < MOST),
    isChosen: (row) => chosen.includes(row),
    toggle: ({ shown: { id } }) => {
      const ids = chosen.map(({ shown }) => shown.id);
      mark(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
    },
    whyNot: ({ shown }) => accepting.refused.get(shown.id)?.why,
  };
  return (
    <>
      <Bar acceptable={acceptable} chosen={chosen} mark={mark} {...accepting} />
      <Gone rows={list.rows} refused={accepting.refused} />
      <Rows {...list} choosing={acceptable.length > 0 || accepting.refused.size > 0 ? choosing : undefined} />
    </>
  );
}

interface Accepting {
  readonly accept: () => Promise<void>;
  readonly isSending: boolean;
  readonly told: string | undefined;
  readonly problem: string | undefined;
  readonly refused: Refused;
}

/** Sends what is chosen, and keeps what was refused of it. */
function useAccepting(chosen: readonly Row[], onDone: () => void): Accepting {
  const say = useSay();
  const { language } = useLanguage();
  const { services } = useDesk();
  const [isSending, setSending] = useState(false);
  const [told, setTold] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [refused, setRefused] = useState(NONE);
  const keyOf = useKeys();
  const accept = async () => {
    const body = { ids: chosen.map(({ shown }) => shown.id) };
    setSending(true);
    setProblem(undefined);
    try {
      const deed = { path: '/api/dispatch/v1/work-orders/accept', id: undefined, version: undefined, key: keyOf(body) };
      const { items } = (await services.act(deed, body)) as DispatchSchemas['AcceptedManyDto'];
      const titles = new Map(chosen.map(({ shown }) => [shown.id, shown.title]));
      const not = items.flatMap(({ id, refusal }) =>
        refusal ? [[id, { title: titles.get(id) ?? id, why: refusal[language] }] as const] : [],
      );
      const done = items.length - not.length;
      setRefused(new Map(not));
      setTold(say(`已签收 ${done} 件，未能签收 ${not.length} 件`, `${done} accepted, ${not.length} refused`));
      onDone();
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setSending(false);
    }
  };
  return { accept, isSending, told, problem, refused };
}

interface BarProps extends Accepting {
  readonly acceptable: readonly Row[];
  readonly chosen: readonly Row[];
  readonly mark: (ids: readonly string[]) => void;
}

function Bar({ acceptable, chosen, mark, accept, isSending, told, problem }: BarProps) {
  const say = useSay();
  const all = acceptable.slice(0, MOST).map(({ shown }) => shown.id);
  return (
    <>
      {acceptable.length > 0 && (
        <Flex gap="small" align="center" wrap>
          <Button onClick={() => mark(chosen.length === all.length ? [] : all)}>
            {chosen.length === all.length
              ? say('全不选', 'Choose none')
              : say(`全选待签收（${all.length}）`, `Choose all to accept (${all.length})`)}
          </Button>
          <Button type="primary" disabled={chosen.length === 0} loading={isSending} onClick={() => void accept()}>
            {say(`签收所选 ${chosen.length} 件`, `Accept the ${chosen.length} chosen`)}
          </Button>
        </Flex>
      )}
      <p role="status">{told}</p>
      {problem && <Alert type="error" role="alert" title={problem} />}
    </>
  );
}

/** Refused, and no more in the list: somebody else has it meanwhile. */
function Gone({ rows, refused }: { readonly rows: readonly Row[]; readonly refused: Refused }) {
  const gone = [...refused].filter(([id]) => !rows.some(({ shown }) => shown.id === id));
  if (gone.length === 0) return null;
  return (
    <ul>
      {gone.map(([id, { title, why }]) => (
        <li key={id}>
          {title}：<span className="fault">{why}</span>
        </li>
      ))}
    </ul>
  );
}
