import { useLocation, useSearchParams } from 'wouter';
import { action, choices, line, PHOTOS, receptionDay, yesNo } from '../action/action';
import { ActionForm } from '../action/action-form';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { choicesOf, type Registers } from '../desk/registers';
import { KnowledgePanel } from '../knowledge/knowledge-panel';
import { useSay } from '../language/language';
import { CHANNEL, MATTER, URGENT } from '../matter/request-actions';
import { CallPanel } from './call-panel';
import { CallerPanel } from './caller-panel';
import { type Call, comingIn } from './coming-in';

const organisations = (registers: Registers) => choicesOf(registers.organisations);

const FIELDS = [
  ...MATTER,
  CHANNEL,
  receptionDay('receptionDayId', '接待日', 'Reception day', { when: ['channel', 'reception-day'], required: true }),
  URGENT,
  PHOTOS,
  line('requester.name', '诉求人姓名', 'Name of who asks'),
  line('requester.phone', '诉求人电话', 'Telephone of who asks', { max: 40 }),
  line('requester.address', '诉求人地址', 'Address of who asks', { max: 200 }),
  yesNo('requester.confidential', '要求保密', 'Asks for confidentiality', { required: false }),
  choices('complainedAbout', '被投诉单位（回避）', 'Organisations complained of, which do not see it', organisations),
  choices('recusedOrganisations', '其他须回避的单位', 'Others that must not see it', organisations),
  line('upstreamReference', '上级平台编号', 'Number at the platform it came from', { max: 64 }),
] as const;

const register = (name: string, call: Call | undefined) =>
  action('/api/intake/v1/requests', '登记', 'Register', FIELDS, { name, fixed: call && { call } });

/** 登记诉求, without the mouse: Tab goes on, Ctrl+Enter sends. */
export function Register() {
  const say = useSay();
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const { name, known, call } = comingIn(params, useDesk().person);
  return (
    <>
      <h1>{say('登记诉求', 'Register a request')}</h1>
      <p className="soft">
        {say(
          'Ctrl+Enter 提交；离开此页后再回来，所填内容还在。',
          'Ctrl+Enter sends. What is filled in is still there after you were on another page.',
        )}
      </p>
      <ActionForm
        key={name}
        action={register(name, call)}
        known={known}
        onDone={(answer) => go(`/desk/requests/${(answer as IntakeSchemas['RequestDto']).id}`)}
      >
        {call && <CallPanel call={call} />}
        <CallerPanel />
        <KnowledgePanel />
      </ActionForm>
    </>
  );
}
