import type { EmergencyNumber } from '@zero-distance/contracts';

/** 转接用语: what is said to whoever reports an emergency, and where it goes. */
export const EMERGENCY_WORDS: Readonly<Record<EmergencyNumber, { readonly zh: string; readonly en: string }>> = {
  '110': {
    zh: '您反映的是警情，请立即拨打110报警，并先到安全的地方。本热线不能代替110出警。',
    en: 'This is for the police: please call 110 now, from a safe place. This line cannot send them.',
  },
  '119': {
    zh: '您反映的是火情或险情，请立即拨打119，先撤到安全的地方，不要乘电梯。本热线不能代替119出警。',
    en: 'This is a fire or somebody has to be rescued: get to a safe place, use no lift, and call 119 now. This line cannot send them.',
  },
  '120': {
    zh: '您反映的是急救情况，请立即拨打120，说明地点和病人的情况，并保持电话畅通。本热线不能代替120派车。',
    en: 'Somebody needs an ambulance: please call 120 now, say where, and keep the telephone free. This line cannot send one.',
  },
  '122': {
    zh: '您反映的是道路交通事故，请立即拨打122，有人受伤的同时拨打120。本热线不能代替122出警。',
    en: 'This is a road accident: please call 122 now, and 120 if somebody is hurt. This line cannot send them.',
  },
  '12119': {
    zh: '您反映的是森林草原火情，请立即拨打12119，并撤到安全的地方，不要自行扑救。本热线不能代替12119出警。',
    en: 'This is a forest or grassland fire: get to a safe place, do not fight it, and call 12119 now. This line cannot send them.',
  },
};
