import { Alert, Button, Flex } from 'antd';
import { useDesk } from '../desk/desk-context';
import { useLive } from '../desk/use-live';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { AcceptableRows } from './acceptable-rows';
import { waitingFor } from './waiting';

/** 待办: one list of everything whose next step is this person's. */
export function WorkList() {
  const say = useSay();
  const { services, registers, person } = useDesk();
  const { value, problem, isLoading, reload } = useLoaded(() => waitingFor(services, registers, person), say('zh', 'en'));
  useLive(reload);
  const cut = value?.cut ?? [];
  const late = value?.rows.filter(({ shown }) => shown.overdue).length ?? 0;
  return (
    <Flex vertical gap="middle">
      <h1>{say('待办', 'To do')}</h1>
      <Flex gap="small" align="center">
        <span role="status">
          {value && say(`${value.rows.length} 件，逾期 ${late} 件`, `${value.rows.length} waiting, ${late} overdue`)}
        </span>
        <Button onClick={reload}>{say('刷新', 'Refresh')}</Button>
      </Flex>
      {problem && <Alert type="error" title={problem} role="alert" />}
      {cut.length > 0 && (
        <Alert
          type="info"
          title={say(
            `此处未列全：${cut.map(([zh]) => zh).join('、')}，请到各自清单查看。`,
            `Not all of these stand here: ${cut.map(([, en]) => en).join(', ')}. Look at their own lists.`,
          )}
        />
      )}
      <AcceptableRows reload={reload} rows={value?.rows ?? []} isLoading={isLoading} isMixed at={['时限', 'Due']} />
    </Flex>
  );
}
