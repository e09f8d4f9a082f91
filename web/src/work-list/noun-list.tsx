import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Action } from '../action/action';
import { ActionForm } from '../action/action-form';
import { useDesk } from '../desk/desk-context';
import { useLive } from '../desk/use-live';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import type { Noun } from '../nouns/noun';
import { AcceptableRows } from './acceptable-rows';
import { sortOf, useAsked } from './asked';
import { Filters } from './filters';
import { pageOf } from './page-of';
import { Rows } from './rows';
import { Take } from './take';

/** One kind of thing: narrowed down, paged forward and back, renewed when something happens, and taken away as a file. */
export function NounList({ noun }: { readonly noun: Noun }) {
  const say = useSay();
  const { services, registers } = useDesk();
  const [params] = useAsked();
  const asked = queryOf(noun, params);
  const pages = usePages(asked);
  const cursor = pages.cursors.at(-1);
  const load = () =>
    pageOf(services, registers, noun, new URLSearchParams([...new URLSearchParams(asked), ['limit', '50'], ...cursorOf(cursor)]));
  const { value, problem, isLoading, reload } = useLoaded(load, `${noun.name} ${asked} ${cursor ?? ''} ${say('zh', 'en')}`);
  useLive(reload);
  return (
    <Flex vertical gap="middle">
      <h1>{say(noun.zh, noun.en)}</h1>
      <search>
        <Flex gap="small" wrap align="end">
          <Filters noun={noun} />
          <Button onClick={reload}>{say('刷新', 'Refresh')}</Button>
          <Take noun={noun} asked={asked} />
        </Flex>
      </search>
      {noun.finds && <Finding noun={noun} finds={noun.finds} />}
      <Made noun={noun} onDone={reload} />
      {problem && <Alert type="error" title={problem} role="alert" />}
      <AcceptableRows reload={reload} rows={value?.rows ?? []} isLoading={isLoading} at={noun.at} />
      <Pager {...pages} next={value?.next} />
    </Flex>
  );
}

/** What else is in the address is no filter. */
function queryOf({ filters, searched }: Noun, params: URLSearchParams): string {
  const known: readonly string[] = searched ? ['q', ...filters] : filters;
  const asked = new URLSearchParams([...params].filter(([name]) => known.includes(name)));
  const sort = filters.includes('sort') ? sortOf(params) : undefined;
  if (sort) asked.set('sort', sort);
  return asked.toString();
}

const cursorOf = (cursor: string | undefined): [string, string][] => (cursor ? [['cursor', cursor]] : []);

interface Pages {
  /** Where each page begins that was gone to; the first begins at nothing. */
  readonly cursors: readonly string[];
  readonly go: (cursors: readonly string[]) => void;
}

/** Another list begins at its first page. */
function usePages(asked: string): Pages {
  const [visited, setVisited] = useState<{ asked: string; cursors: readonly string[] }>({ asked, cursors: [] });
  return { cursors: visited.asked === asked ? visited.cursors : [], go: (cursors) => setVisited({ asked, cursors }) };
}

function Pager({ cursors, go, next }: Pages & { readonly next: string | null | undefined }) {
  const say = useSay();
  return (
    <Flex gap="small" component="nav" aria-label={say('翻页', 'Pages')}>
      <Button disabled={cursors.length === 0} onClick={() => go(cursors.slice(0, -1))}>
        {say('上一页', 'Previous')}
      </Button>
      <Button disabled={!next} onClick={() => next && go([...cursors, next])}>
        {say('下一页', 'Next')}
      </Button>
    </Flex>
  );
}

/** 查找: by what is typed whole, and stands in no address. */
function Finding({ noun, finds }: { readonly noun: Noun; readonly finds: Action }) {
  const say = useSay();
  const { registers } = useDesk();
  const [found, setFound] = useState<readonly never[]>();
  return (
    <details className="card">
      <summary>{say(finds.zh, finds.en)}</summary>
      <ActionForm action={finds} onDone={(answer) => setFound((answer as { readonly items: readonly never[] }).items)} />
      <p role="status">{found && say(`找到 ${found.length} 份`, `${found.length} found`)}</p>
      {found && found.length > 0 && (
        <Rows rows={found.map((row) => ({ noun, shown: noun.show(row, registers) }))} isLoading={false} at={noun.at} />
      )}
    </details>
  );
}

/** What makes a new one, where this person may. */
function Made({ noun: { name, made }, onDone }: { readonly noun: Noun; readonly onDone: () => void }) {
  const say = useSay();
  const { person } = useDesk();
  const [, navigate] = useLocation();
  if (!made?.roles.some((role) => person.roles.includes(role))) return null;
  return (
    <details className="card">
      <summary>{say(made.action.zh, made.action.en)}</summary>
      <ActionForm
        action={made.action}
        onDone={made.isOpened ? (row) => navigate(`/desk/${name}/${(row as { readonly id: string }).id}`) : onDone}
      />
    </details>
  );
}
