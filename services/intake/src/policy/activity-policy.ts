import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** What activities work by. */
export interface ActivityPolicies {
  'activity-ahead-days': number;
  'activity-longest-days': number;
  'activity-places': number;
  'activity-doors-hours': number;
  'activity-hold-days': number;
  'activity-close-days': number;
  'activity-offer-hours': number;
  'activity-phone-places': number;
  'activity-booking-years': number;
  'outcome-follow-up-days': number;
  'outcome-remind-days': number;
  'outcome-close-days': number;
}

/** Practice says what is kept of activities (field brief §2), and that a hire is asked about again after 30 days; the other numbers are our own. */
export const ACTIVITY_POLICIES: { readonly [N in keyof ActivityPolicies]: PolicyDefinition<ActivityPolicies[N]> } = {
  'activity-ahead-days': countUpTo(
    730,
    366,
    '活动最多可提前多少日计划；默认值为本系统自定',
    'days ahead for which an activity may be planned; the preset is our own',
  ),
  'activity-longest-days': countUpTo(
    366,
    31,
    '一场活动最长的天数；默认值为本系统自定',
    'days that an activity takes at most; the preset is our own',
  ),
  'activity-places': countUpTo(
    5_000,
    2_000,
    '一场活动最多的名额；默认值为本系统自定',
    'places that an activity has at most; the preset is our own',
  ),
  'activity-doors-hours': countUpTo(
    24,
    2,
    '活动开始前多少小时起可登记举行、签到；默认值为本系统自定',
    'hours before it begins from which on an activity is held, and who comes is recorded; the preset is our own',
  ),
  'activity-hold-days': countUpTo(
    60,
    7,
    '活动应结束后多少日仍未登记举行即视为取消；默认值为本系统自定',
    'days after its end after which an activity that nobody held is given up; the preset is our own',
  ),
  'activity-close-days': countUpTo(
    365,
    30,
    '活动应结束后多少日仍无人结束即自动结束；默认值为本系统自定',
    'days after its end after which an activity ends that nobody closed; the preset is our own',
  ),
  'activity-offer-hours': countUpTo(
    168,
    24,
    '候补获得名额后，保留多少小时待其接受（不晚于活动开始）；默认值为本系统自定',
    'hours for which a place is kept for somebody of the waiting list to accept, until the activity begins at the latest; the preset is our own',
  ),
  'activity-phone-places': countUpTo(
    100,
    4,
    '同一电话号码在一场活动中最多报名的人数；默认值为本系统自定',
    'people who book one activity with one telephone number at most; the preset is our own',
  ),
  'activity-booking-years': countUpTo(
    50,
    2,
    '活动结束多少年后清除报名人姓名和电话；默认值为本系统自定',
    'years after its end after which names and telephones of who booked are erased; the preset is our own',
  ),
  'outcome-follow-up-days': countUpTo(
    365,
    30,
    '成效登记多少日后回访是否仍在（录用 30 日后确认，见实务）',
    'days after which it is asked whether an outcome is still so (a hire is confirmed after 30 days, as practice has it)',
  ),
  'outcome-remind-days': countUpTo(
    60,
    7,
    '成效到期未回访，每隔多少日再提醒；默认值为本系统自定',
    'days after which it is told again that nobody has asked about an outcome; the preset is our own',
  ),
  'outcome-close-days': countUpTo(
    365,
    90,
    '成效到期多少日仍未回访即不再跟踪；默认值为本系统自定',
    'days after its day after which an outcome that nobody asked about is followed no more; the preset is our own',
  ),
};
