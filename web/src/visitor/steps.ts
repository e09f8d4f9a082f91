import type { components } from '../api/intake';

type Step = components['schemas']['TrackedDto']['step'];

/** What each step means for who asked. */
export const STEPS: Readonly<Record<Step, readonly [zh: string, en: string]>> = {
  'being-verified': ['已收到，正在核实。', 'It has arrived, and somebody is looking at it.'],
  'verified-again': [
    '此前误并入另一件诉求，现已撤出，正在重新核实。',
    'It had been added to another matter by mistake. It was taken out of that, and somebody is looking at it again.',
  ],
  'being-routed': ['已受理，正在分派给承办单位。', 'It was taken in and is being given to an organisation.'],
  'being-handled': ['承办单位正在办理。', 'An organisation is working on it.'],
  'put-off': ['经批准暂缓办理，到期后恢复办理。', 'It is put off, with approval, and will be taken up again.'],
  'in-mediation': ['正在调解，调解员会与您联系。', 'It is in mediation: a mediator will be in touch.'],
  answered: ['已答复，我们会回访您是否满意。', 'It was answered. You will be asked whether you are content.'],
  finished: [
    '已办结。不满意的，可在期限内拨打热线要求重新办理。',
    'It is finished. If you are not content, call the hotline in time to have it handled again.',
  ],
  ended: ['已撤回。', 'It was withdrawn.'],
  elsewhere: ['属紧急事项，已请您拨打紧急电话。', 'It was an emergency: you were told the emergency number.'],
};
