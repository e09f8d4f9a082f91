import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import { pagesOf } from './pages';

/** By keyboard alone: Alt and a key for each page, and `?` for the table of them. In a field, `?` is what it is. */
export function useKeys(onHelp: () => void): void {
  const [, go] = useLocation();
  const { person } = useDesk();
  const latest = useRef(onHelp);
  latest.current = onHelp;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) return latest.current();
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const page = pagesOf(person).find(({ key }) => key !== undefined && (event.code === `Digit${key}` || event.code === `Key${key}`));
      if (page) go(page.path);
      else if (event.code === 'KeyF') document.querySelector<HTMLInputElement>('search input')?.focus();
      else if (event.code === 'KeyJ' || event.code === 'KeyK') step(event.code === 'KeyJ' ? 1 : -1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [person, go]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/** To the next row of a list, or the one before. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('tbody a')];
  const at = rows.indexOf(document.activeElement as HTMLAnchorElement);
  rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
}

/** 快捷键. */
export function KeyTable({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { person } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const keys = [
    ...pagesOf(person).flatMap(({ key, zh, en }) => (key === undefined ? [] : [[`Alt+${key}`, zh, en] as const])),
    ['Alt+F', '到筛选条件', 'To the filters'],
    ['Alt+J / Alt+K', '下一行 / 上一行', 'Next row / row before'],
    ['Enter', '打开所在行', 'Open the row'],
    ['Ctrl+Enter', '提交所填的表', 'Send the form that is filled in'],
    ['?', '此表', 'This table'],
  ] as const;
  return (
    <section className="card apart" aria-label={say('快捷键', 'Keys')}>
      <h2 ref={heading} tabIndex={-1}>
        {say('快捷键', 'Keys')}
      </h2>
      <dl className="facts">
        {keys.map(([key, zh, en]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(zh, en)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="plain" onClick={onClose}>
        {say('关闭', 'Close')}
      </button>
    </section>
  );
}
