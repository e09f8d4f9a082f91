import type { components } from '../api/intake';

export type Activity = components['schemas']['PublicActivityDto'];
export type Booking = components['schemas']['PublicBookingDto'];
type Pair = readonly [zh: string, en: string];

export const KINDS: Readonly<Record<Activity['kind'], Pair>> = {
  'five-delivery': ['五送', 'Five deliveries'],
  'job-fair': ['招聘会', 'Job fair'],
  'health-check': ['健康体检', 'Health check'],
  culture: ['文化活动', 'Culture'],
};

export const DELIVERIES: Readonly<Record<NonNullable<Activity['delivery']>, Pair>> = {
  policy: ['送政策', 'Policies explained'],
  skills: ['送技能', 'Skills'],
  health: ['送健康', 'Health'],
  warmth: ['送温暖', 'Help in the cold'],
  convenience: ['送便利', 'Services on the spot'],
};

/** What has become of an activity that cannot be booked any more. */
export const ENDS: Readonly<Record<Activity['state'], Pair>> = {
  planned: ['尚未开放报名。', 'It cannot be booked yet.'],
  announced: ['报名已截止：活动即将或已经开始。', 'It cannot be booked any more: it begins.'],
  held: ['活动正在举行，现场名额请到场询问。', 'It is being held: ask there for a place.'],
  closed: ['活动已结束。', 'It is over.'],
  cancelled: ['活动已取消，请勿前往。', 'It is cancelled: please do not come.'],
};

/** How a booking stands, for who booked. */
export const STATES: Readonly<Record<Booking['state'], Pair>> = {
  waiting: [
    '名额已满，您在候补名单上；有名额时短信通知。',
    'All places are taken: you wait for one, and are sent a message when there is.',
  ],
  offered: ['有名额了，请在保留期内接受。', 'There is a place for you: accept it while it is kept.'],
  booked: ['已报名。确定会来的，请确认。', 'You have a place. Confirm when you are sure to come.'],
  confirmed: ['已确认参加。', 'You have confirmed that you will come.'],
  attended: ['您已到场。', 'You have come.'],
  absent: ['您确认后没有到场。', 'You confirmed, and did not come.'],
  unconfirmed: ['活动已结束，您没有确认，也没有到场。', 'It is over: you neither confirmed nor came.'],
  'left-out': ['活动已开始，候补没有轮到您。', 'It has begun, and there was no place for you.'],
  lapsed: ['名额没有在保留期内接受，已给下一位。', 'The place was not accepted in time, and went to the next.'],
  cancelled: ['报名已取消。', 'The booking is cancelled.'],
  'called-off': ['活动已取消，请勿前往。', 'The activity is cancelled: please do not come.'],
};
