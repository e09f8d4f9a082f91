import { defineErrors, registerErrors } from '@zero-distance/kernel';

/** What fills the texts in the API's documentation. */
const EXAMPLES = {
  code: '230903999',
  kind: 'town',
  parent: '230903099',
  polygon: 1,
  ring: 1,
  point: 3,
  least: 4,
  channel: 'hotline-12345',
  reference: '12345-20261123-0417',
  longitude: 31.01,
  latitude: 45.77,
  west: 130,
  east: 132,
  south: 45,
  north: 47,
  limit: 50,
  until: '2026-12-24T02:00:00.000Z',
  number: '230903011001-261123-000417',
  mainRequestId: '0190a5c0-7c1e-7000-8000-000000000005',
  days: 7,
  parentId: '0190a5c0-7c1e-7000-8000-000000000001',
  successor: '010203',
  state: 'divided',
};

/** Everything that intake refuses, with its status and its text. */
export const refuse = defineErrors('intake', EXAMPLES, {
  'area_boundary.nothing_there': {
    status: 404,
    zh: '没有登记过边界的区划包含此点。',
    en: 'No area whose boundary is registered contains this point.',
  },
  'grid.not_found': { status: 404, zh: '没有登记网格 {code}。', en: 'There is no grid {code}.', examples: { code: '230903011001001' } },
  'category.not_found': registerErrors('intake')['category.not_found'],
  'category.retired': {
    status: 422,
    zh: '类别 {code} 已停用，请改用 {successor}。',
    en: 'The category {code} is used no more: use {successor}.',
    examples: { code: '010206', successor: '010203' },
  },
  'category.successor_wanted': {
    status: 422,
    zh: '请填写另一个已登记的类别。',
    en: 'Name another category, one that is registered.',
  },
  'area_boundary.not_found': {
    status: 404,
    zh: '区划 {code} 没有登记边界，或不在您的管辖范围内。',
    en: 'No boundary of the area {code} is registered within what you may see.',
  },
  'area_boundary.too_many_points': {
    status: 422,
    zh: '边界超过 {limit} 个点，请先简化（如 Douglas-Peucker）。',
    en: 'The boundary has more than {limit} points: simplify it first (for example by Douglas-Peucker).',
    examples: { limit: 5_000 },
  },
  'area_boundary.no_position': {
    status: 422,
    zh: '第 {polygon} 个多边形第 {ring} 环第 {point} 点不是 WGS84 的 [经度, 纬度]（经度在前）。',
    en: 'Point {point} of ring {ring} of polygon {polygon} is no [longitude, latitude] of WGS84 (the longitude first).',
  },
  'area_boundary.ring_too_short': {
    status: 422,
    zh: '第 {polygon} 个多边形第 {ring} 环少于 {least} 个点（首尾两点相同）。',
    en: 'Ring {ring} of polygon {polygon} has fewer than {least} points, the first of them again at its end.',
  },
  'area_boundary.ring_open': {
    status: 422,
    zh: '第 {polygon} 个多边形第 {ring} 环没有闭合：末点须与首点相同。',
    en: 'Ring {ring} of polygon {polygon} is open: its last point has to be its first.',
  },
  'area_boundary.ring_crosses_itself': {
    status: 422,
    zh: '第 {polygon} 个多边形第 {ring} 环在第 {point} 点之后与自身相交，请在地图软件中修正。',
    en: 'Ring {ring} of polygon {polygon} crosses itself behind point {point}: mend it where it was drawn.',
  },
  'area_boundary.ring_without_area': {
    status: 422,
    zh: '第 {polygon} 个多边形第 {ring} 环面积为零。',
    en: 'Ring {ring} of polygon {polygon} encloses nothing.',
  },
  'area_boundary.outside_parent': {
    status: 422,
    zh: '边界超出上级区划 {parent} 的范围：请核对区划代码，以及坐标是否为 WGS84（GCJ-02、BD-09 须先转换）。',
    en: 'The boundary lies outside that of the area above it, {parent}: look at the code, and whether it is in WGS84 (GCJ-02 and BD-09 have to be converted).',
  },
  'register.changed_meanwhile': {
    status: 409,
    zh: '该条目刚被他人登记，请重新读取后再提交。',
    en: 'Somebody else registered this entry at the same moment: read it again and retry.',
  },
  'request.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的诉求，或不在您的管辖范围内。',
    en: 'There is no request {id} within what you may see.',
  },
  'request.nothing_corrected': {
    status: 422,
    zh: '没有要更正的内容：所填与现有内容相同。',
    en: 'There is nothing to correct: all of it stands there already.',
  },
  'request.corrected_too_often': {
    status: 409,
    zh: '该诉求已更正 {limit} 次，不能再更正：请撤回后重新登记，或分办为内容正确的分项。',
    en: 'This request has been corrected {limit} times: it cannot be corrected again. Withdraw it and take it in anew, or divide it into parts that are right.',
  },
  'request.reopen_window_over': {
    status: 409,
    zh: '重新办理的期限已于 {until} 届满；仍有诉求的，请作为新诉求受理。',
    en: 'The time to reopen it ended at {until}: take what the requester asks for now in as a new request.',
  },
  'request.main_not_found': {
    status: 422,
    zh: '没有编号为 {id} 的主诉求，或不在您的管辖范围内：只能并入您可以查看的诉求。',
    en: 'There is no main request {id} within what you may see: a request can only be merged into one that you may see.',
  },
  'request.main_is_itself': { status: 422, zh: '诉求不能并入自身。', en: 'A request cannot be merged into itself.' },
  'request.main_is_merged': {
    status: 409,
    zh: '诉求 {number} 自身已并入另一件诉求：请并入其主诉求 {mainRequestId}。',
    en: 'The request {number} is merged into another one itself: merge into its main request, {mainRequestId}.',
  },
  'request.main_has_no_answer_to_share': {
    status: 409,
    zh: '诉求 {number} 不予受理、已撤回或没有可用的答复，不能并入；请单独办理。',
    en: 'The request {number} was declined or withdrawn, or has no answer that could be shared: handle this one by itself.',
  },
  'request.main_ended_long_ago': {
    status: 409,
    zh: '诉求 {number} 已于 {days} 天前办结，不能再并入；请单独办理。',
    en: 'The request {number} ended more than {days} days ago: nothing can be merged into it any more. Handle this one by itself.',
  },
  'request.main_recuses_fewer': {
    status: 409,
    zh: '本诉求所投诉或要求回避的单位、人员，主诉求 {number} 没有回避：并入后可能由其办理。请单独办理。',
    en: 'This request complains about or recuses somebody whom the main request {number} does not: they might handle it. Handle this one by itself.',
  },
  'request.main_is_a_part': {
    status: 409,
    zh: '{number} 是一件诉求的分项，随该诉求一并答复、回访，不能作为主诉求；请另选主诉求。',
    en: '{number} is a part of a divided request, which is answered and called back as one: choose another main request.',
  },
  'request.is_a_part': {
    status: 409,
    zh: '这是诉求 {parentId} 的分项，随该诉求一并答复、回访，不能再分办或并入其他诉求；如需调整，请更正本分项。',
    en: 'This is a part of the request {parentId}, which is answered and called back as one: it is neither divided again nor merged. Correct it instead.',
  },
  'request.too_many_parts': {
    status: 422,
    zh: '一件诉求最多分为 {limit} 个分项；请把同一单位办理的事项合为一项。',
    en: 'A request is divided into {limit} parts at most: put what one organisation does into one part.',
  },
  'request.one_part_is_no_division': {
    status: 422,
    zh: '只有一个分项、类型仍为 {kind} 的，不是分办：请至少写两个分项，或用更正（correct）。',
    en: 'One part of the same kind, {kind}, divides nothing: name two parts at least, or correct the request.',
  },
  'request.whole_is_not_finished': {
    status: 409,
    zh: '本分项随诉求 {number} 办理，该诉求当前状态为“{state}”，尚不能重新办理；诉求人的意见请追加（follow-up），或由回访登记。',
    en: 'This is a part of the request {number}, which is "{state}": it can be handled again when that is closed. Follow it up instead, or let the callback say it.',
  },
  'request.no_part_to_reopen': {
    status: 409,
    zh: '该诉求的分项均已撤回、转紧急电话或依法删除，没有可重新办理的；请作为新诉求受理。',
    en: 'All parts of this request were withdrawn, redirected or erased, so there is none to handle again: take what is asked for in as a new request.',
  },
  'request.members_out_of_sight': {
    status: 403,
    zh: '已有您无权查看的诉求并入本诉求，须由可查看全部的人员并单。',
    en: 'Requests that you may not see are merged into this one: somebody who sees all of them has to merge it.',
  },
  'request.erased_already': {
    status: 409,
    zh: '该诉求的内容已依法删除。',
    en: 'The words of this request are erased already.',
  },
  'request.not_erased': {
    status: 409,
    zh: '该诉求的内容没有被删除。',
    en: 'The words of this request were not erased.',
  },
  'request.upstream_reference_taken': {
    status: 409,
    zh: '贵平台经渠道 {channel} 报送的上游编号 {reference} 已受理过，不再重复立单；用 GET /requests?upstreamReference= 查询。',
    en: "Your system's reference {reference} of channel {channel} was taken in before: it is one request. Find it with GET /requests?upstreamReference=.",
  },
  'request.brought_along': {
    status: 409,
    zh: '渠道 {channel} 的上游编号 {reference} 已作为历史诉求 {number} 导入，且已统计：同一件不计两次。请核对编号；另一系统的同号事项，在编号前加系统代号。',
    en: 'The reference {reference} of channel {channel} was brought along as the past request {number}, and is counted already: one request counts once. Look at the reference; before that of another system with the same numbers put a mark of that system.',
  },
  'request.reception_channel_required': {
    status: 422,
    zh: '渠道“{channel}”不是居民接待日：receptionDayId 只随该渠道的诉求填写，请改渠道或不填。',
    en: 'The channel "{channel}" is no reception day: only requests of that come with receptionDayId. Name another channel, or leave it out.',
  },
  'request.reception_day_required': {
    status: 422,
    zh: '居民接待日渠道的诉求须填写 receptionDayId：请选定接待日，或改渠道。',
    en: 'A request of the channel reception-day needs receptionDayId: say which day it was brought to, or name another channel.',
  },
  'request.telephone_channel_required': {
    status: 422,
    zh: '渠道“{channel}”不是热线：来电信息只随热线渠道的诉求填写，请改渠道或不填 call。',
    en: 'The channel "{channel}" is no telephone line: only requests of those come with a call. Name another channel, or leave call out.',
  },
  'request.upstream_channel_required': {
    status: 422,
    zh: '渠道 {channel} 没有上游平台，不能带上游编号。',
    en: 'Channel {channel} has no upstream platform, so a request of it has no upstream reference.',
  },
  'past_request.in_future': { status: 422, zh: '历史诉求的时间不能在将来。', en: 'What happened in the past cannot lie in the future.' },
  'past_request.before_reception': { status: 422, zh: '不能早于受理时间。', en: 'It cannot be before the request was taken in.' },
  'past_request.closed_before_reply': { status: 422, zh: '办结时间不能早于答复时间。', en: 'It cannot be closed before it was answered.' },
  'past_request.not_closed': {
    status: 422,
    zh: '已答复的历史诉求须同时填写办结时间：此前的答复不再回访，可与答复时间相同。',
    en: 'One that was answered has to say when it was closed: nobody is called about an answer of the time before. It may be the time of the answer.',
  },
  'past_request.taken_live': {
    status: 409,
    zh: '原编号 {reference} 的诉求已由同一渠道在本系统受理，不再导入：否则会重复统计。',
    en: 'The request {reference} was taken in here by the same channel, and is counted already: leave it out of the file.',
  },
  'past_request.differs': {
    status: 409,
    zh: '原编号 {reference} 已导入，内容或时间不同：已导入的历史不再修改。',
    en: 'The number {reference} was brought in with another past: what was brought in does not change.',
  },
  'request.relevance_of_nothing': {
    status: 422,
    zh: '按相关度排序须同时用 q 说明查找什么。',
    en: 'An order by relevance needs `q`: what is looked for.',
  },
  'request.point_swapped': {
    status: 422,
    zh: '坐标 [{longitude}, {latitude}] 的经度和纬度颠倒了：应为 [经度, 纬度]，即 [{latitude}, {longitude}]。',
    en: 'Longitude and latitude of [{longitude}, {latitude}] are swapped: it must be [longitude, latitude], that is [{latitude}, {longitude}].',
  },
  'request.point_not_on_earth': {
    status: 422,
    zh: '坐标 [{longitude}, {latitude}] 不在地球上：经度为 -180 到 180，纬度为 -90 到 90。',
    en: 'There is no place at [{longitude}, {latitude}]: longitude is from -180 to 180, latitude from -90 to 90.',
  },
  'request.point_far_away': {
    status: 422,
    zh: '坐标 [{longitude}, {latitude}] 不在本区及周边（经度 {west}–{east}，纬度 {south}–{north}）。',
    en: 'The point [{longitude}, {latitude}] is not near the district (longitude {west} to {east}, latitude {south} to {north}).',
  },
  'requester.none': { status: 404, zh: '该诉求没有登记诉求人信息。', en: 'The request has no requester on record.' },
  'requester.confidential': {
    status: 403,
    zh: '诉求人要求保密：仅不代表任何单位的受理员、回访员和管理员可查看。',
    en: 'The requester asked not to be known: only a clerk, callback agent or administrator who acts for no organisation may see who it is.',
  },
  'tracking.not_found': {
    status: 404,
    zh: '没有此编号的诉求，或电话后四位与受理时留下的不符。请核对编号；受理时没有留电话的，请拨打热线查询。',
    en: 'There is no request of this number, or the digits are not those of the telephone that was left. Check the number; who left no telephone asks the hotline.',
  },
  'tracking.tried_too_often': {
    status: 429,
    zh: '从您的网络查询此编号输错次数过多，{until} 之后可再查询；也可换一个网络，或拨打热线查询。',
    en: 'You were wrong too often about this number from your network: try again after {until}, from another network, or ask the hotline.',
  },
  'request.petition_reference': {
    status: 422,
    zh: '原因为 petition-matter 时须填写已核实的信访事项编号，其他原因不填。',
    en: 'With the reason petition-matter the number of the petition has to be given, and with no other.',
  },
  'request.answer_wanted': {
    status: 422,
    zh: '请填写答复内容，或指明据以答复的知识条目。',
    en: 'Give an answer, or name the knowledge entry that has it.',
  },
});
