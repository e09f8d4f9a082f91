import { Alert, Flex, Spin } from 'antd';
import { useDesk } from '../desk/desk-context';
import { useLive } from '../desk/use-live';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { Actions } from './actions';
import { DeskFacts } from './desk-facts';
import { Duplicates } from './duplicates';
import { Linked } from './linked';
import { type Matter, matterOfOrder, matterOfRequest } from './loading';
import { OrderPart } from './order-part';
import { orderTitle } from './order-title';
import { RequestPart } from './request-part';
import { Story } from './story';

export function MatterOfRequest({ id }: { readonly id: string }) {
  const { services, person } = useDesk();
  return <MatterPage of={id} load={() => matterOfRequest(services, person, id)} />;
}

export function MatterOfOrder({ id }: { readonly id: string }) {
  const { services, person } = useDesk();
  return <MatterPage of={id} load={() => matterOfOrder(services, person, id)} />;
}

function MatterPage({ of, load }: { readonly of: string; readonly load: () => Promise<Matter> }) {
  const say = useSay();
  const { registers } = useDesk();
  const { value, problem, reload } = useLoaded(load, of);
  useLive(reload);
  if (problem && !value) return <Alert type="error" role="alert" title={problem} />;
  if (!value) return <Spin description={say('正在载入…', 'Loading …')} />;
  const { request, order } = value;
  const title = request?.title ?? (order ? orderTitle(order, registers) : '');
  return (
    <Flex vertical gap="middle">
      <h1>{title}</h1>
      {problem && <Alert type="error" role="alert" title={problem} />}
      <Actions matter={value} reload={reload} />
      {request && <DeskFacts request={request} />}
      {request && <RequestPart request={request} />}
      {order && <OrderPart order={order} />}
      <Linked matter={value} reload={reload} />
      {request && <Duplicates request={request} reload={reload} />}
      {request && <Story request={request} />}
    </Flex>
  );
}
