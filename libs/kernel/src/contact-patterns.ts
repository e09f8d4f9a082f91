import type { Lead } from './digit-kinds.js';

// Every repetition has an upper bound, so that a search costs a text's length and no more for any content (a test reads the patterns).

const LABEL = '[\\p{L}\\p{N}-]{1,63}';
const CHINESE_DOMAIN = '中国|中國|公司|网络|政务|公益|在线|中文网|网址|集团|商城|移动|香港|台湾|台灣';
const COMMON_DOMAIN = 'com|cn|net|org|gov|edu|vip|中国';
const AT =
  '(?:@|#|[(\\[{<【〔]\\s?(?:at|@)\\s?[)\\]}>】〕]|艾特|圈a|小老鼠|🐭|\\s{0,2}(?<![a-z0-9])at(?![a-z])|(?<=[a-z0-9_]\\s{1,2})在(?=\\s))';
const DOT = '\\s{0,2}(?:[.。,点]|[(\\[]?dot[)\\]]?)\\s{0,2}';
const SPACED_DOMAIN = '(?:\\s{1,2}[a-z0-9-]){1,20}(?:\\s{1,2}\\.(?:\\s{1,2}[a-z0-9-]){2,20}){1,3}(?![a-z0-9])';
const AFTER_NAME = '(?<=[\\p{L}\\p{N}_]\\s{0,2})';

/** Without one of these there is no e-mail address; quick to see. */
export const MAIL_SIGN = /[@#🐭]|at|艾特|圈a|小老鼠|\s在\s/iu;

/** What follows the name in an e-mail address, as it is and as people spell it for people: `zhang (at) 163 dot com`. */
export const MAIL_DOMAINS: readonly RegExp[] = [
  new RegExp(`${AFTER_NAME}@\\s?(?:${LABEL}\\.){1,4}(?:${CHINESE_DOMAIN}|(?:(?!\\p{Script=Han})\\p{L}){2,24})`, 'giu'),
  new RegExp(`${AFTER_NAME}${AT}\\s{0,2}(?:[a-z0-9-]{1,63}${DOT}){1,4}(?:${COMMON_DOMAIN})(?![a-z])`, 'giu'),
  new RegExp(`${AFTER_NAME}@${SPACED_DOMAIN}`, 'giu'),
];
/** The name, at the end of the text before; words of another script before a Latin name are no part of it. */
export const MAIL_NAMES: readonly RegExp[] = [/[a-z0-9._%+-]{1,64}\s{0,2}$/i, /[\p{L}\p{N}_]{1,64}\s{0,2}$/u];
/** The length of text searched before a match. */
export const LOOK_BACK = 66;
/** As much as is looked at for what follows a number. */
export const LOOK_AHEAD = 6;

const S = '[\\s\\p{P}\\p{S}]{0,2}';
const FIGURES = '\\d〇一二三四五六七八九';
const PROVINCES = '京津沪滬渝冀豫云雲辽遼黑黒湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊';
const PROVINCE_NAMES =
  '北京|天津|上海|重庆|河[北南]|[山广江]西|[山广]东|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|湖[北南]|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古?';
const PLATE_CHAR = `[A-HJ-NP-Z${FIGURES}]`;
/** 号牌: province and letter (or the armed police's WJ with one), five characters or (new-energy) six. */
export const PLATE = new RegExp(
  `(?:(?:[${PROVINCES}]|(?:${PROVINCE_NAMES})[省市]?)${S}[A-HJ-NP-Z]|(?<![a-z])WJ${S}(?:\\d\\d|[${PROVINCES}]))${S}(?:${PLATE_CHAR}${S}){4,5}(?:${PLATE_CHAR}|[挂学港澳警领使]|应急)(?![a-z0-9])`,
  'giu',
);
/** Characters left out when the figures of a plate are counted. */
export const NO_FIGURE = new RegExp(`[^${FIGURES}]`, 'gu');
/** Letters are few in it: `川A1B2C3D` is none. */
export const LEAST_PLATE_FIGURES = 3;

const ADD = '[加+➕]\\s?(?:我\\s?)?的?';
const WECHAT = `(?:(?:[微薇威维徽]|(?<![a-z])v)[\\s·._*-]{0,2}[信❤♥]{1,2}|绿泡泡|(?<![a-z])(?:wechat|wei\\s?xin|[wv][\\s.·_-]?x)(?![a-z])|${ADD}(?:[vw](?![a-z])|[微薇威]))`;
const OTHERS = '(?!\\s?(?:公众|公共|订阅|服务号|小程序|支付|群|扫|平台|视频号))';
const TELLING = '(?:号|码|id|是|为|為|[:=])';
const FILLER = '[\\s号码碼id是为為同我的也就账帐:=,("“「_-]{0,8}';
/** A letter by itself, as in `v：zhangsan`, says little: a colon has to follow. */
const SHORT = '(?:(?<![a-z])v|[微薇威])\\s?(?=:)';
const NETWORK = '(?:支付宝|抖音|快手)';
const NAME = '[a-z][a-z0-9_-]{5,19}';
/** 微信号 and the like. Without a word like 号 before it, only a name with figures in it is one. */
export const ACCOUNT_NAMES: readonly RegExp[] = [
  new RegExp(
    `(?:${WECHAT}|${NETWORK})${OTHERS}(?:${FILLER}${TELLING}${FILLER}(?<![a-z])${NAME}|[\\s.-]{0,3}(?=[a-z_-]{1,19}\\d)${NAME})`,
    'giu',
  ),
  new RegExp(`${SHORT}:\\s{0,2}(?=[a-z_-]{1,19}\\d)${NAME}|(?<![a-z])wxid_[a-z0-9]{6,20}`, 'giu'),
];

const BEFORE_TELEPHONE =
  /(?:电话|電話|手机|手機|座机|固话|热线|联系方式|致电|拨打|来电|传真|tel|phone|call|(?:打|请拨)给?(?:[我你他她]的?)?家?里?|(?<!\d)家里?(?=:))[\s号码碼是为為:=,.("“-]{0,6}$/iu;
const BEFORE_CARD = /(?:卡号|卡號|账号|帐号|账户|帐户|银行卡)[\s码是为為:=,("“-]{0,6}$/iu;
const BEFORE_DOCUMENT = /(?:护照|護照|passport|(?:港澳|台湾|内地|大陆)通行证|台胞证|回乡证)[\s号码碼是为為:=,.("“-]{0,6}[a-z]{0,2}\s?$/iu;
/** A single letter or 扣 by itself says little, as above. */
const BEFORE_ACCOUNT = new RegExp(
  `(?:(?<![a-z])q\\s?q|扣\\s?扣|企鹅|🐧|球球|${ADD}[q扣])(?!\\s?群)${FILLER}$|(?:(?<![a-z])q|扣|${WECHAT}${OTHERS}|${NETWORK})${FILLER}${TELLING}${FILLER}$`,
  'iu',
);

/** The text before digits that follow others with only separators between: no word fits there. */
export const leadOfGap = (gap = ''): Lead => ({
  isForeign: gap.endsWith('+'),
  isTelephone: false,
  isCard: false,
  isMessenger: false,
  isDocument: false,
});

/** The kind of a number according to the words before it. */
export const leadOf = (before: string): Lead => ({
  isForeign: before.endsWith('+'),
  isTelephone: BEFORE_TELEPHONE.test(before),
  isCard: BEFORE_CARD.test(before),
  isMessenger: BEFORE_ACCOUNT.test(before),
  isDocument: BEFORE_DOCUMENT.test(before),
});
