import type { Lead } from './digit-kinds.js';

// Every repetition has an upper bound, so that looking costs a text's length and no more, whatever it holds (a test reads the patterns).

const LABEL = '[\\p{L}\\p{N}-]{1,63}';
const CHINESE_DOMAIN = '中国|中國|公司|网络|政务|公益|在线|中文网|网址|集团|商城|移动|香港|台湾|台灣';
const COMMON_DOMAIN = 'com|cn|net|org|gov|edu|vip|中国';
const AT = '(?:@|#|[(\\[{<【〔]\\s?(?:at|@)\\s?[)\\]}>】〕]|\\s{1,2}at\\s{1,2}|艾特|圈a)';
const DOT = '\\s{0,2}(?:[.。,点]|[(\\[]?dot[)\\]]?)\\s{0,2}';
const AFTER_NAME = '(?<=[\\p{L}\\p{N}_]\\s{0,2})';

/** Without one of these there is no e-mail address; quick to see. */
export const MAIL_SIGN = /[@#]|at|艾特|圈a/i;

/** What follows the name in an e-mail address, as it is and as people spell it for people: `zhang (at) 163 dot com`. */
export const MAIL_DOMAINS: readonly RegExp[] = [
  new RegExp(`${AFTER_NAME}@\\s?(?:${LABEL}\\.){1,4}(?:${CHINESE_DOMAIN}|(?:(?!\\p{Script=Han})\\p{L}){2,24})`, 'giu'),
  new RegExp(`${AFTER_NAME}${AT}\\s{0,2}(?:[a-z0-9-]{1,63}${DOT}){1,4}(?:${COMMON_DOMAIN})(?![a-z])`, 'giu'),
];
/** The name, at the end of what stands before; words of another script before a Latin name are no part of it. */
export const MAIL_NAMES: readonly RegExp[] = [/[a-z0-9._%+-]{1,64}\s{0,2}$/i, /[\p{L}\p{N}_]{1,64}\s{0,2}$/u];
/** As much of a text as is looked at for what stands before something. */
export const LOOK_BACK = 66;

const S = '[\\s·•・.\\-_]{0,2}';
const PLATE_CHAR = '[A-HJ-NP-Z0-9〇一二三四五六七八九]';
/** 号牌: province, letter, five characters or (new-energy) six. */
export const PLATE = new RegExp(
  `[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]${S}[A-HJ-NP-Z]${S}(?:${PLATE_CHAR}${S}){4,5}(?:${PLATE_CHAR}|[挂学港澳])(?![a-z0-9])`,
  'giu',
);
/** Letters are few in it: `川A1B2C3D` is none. */
export const LEAST_PLATE_FIGURES = 3;

const WECHAT = '(?:[微薇威维][\\s.]?信|v信|(?<![a-z])(?:wechat|weixin|wx|vx)(?![a-z])|[加+➕]\\s?(?:我\\s?)?[vw](?![a-z]))';
const OTHERS = '(?!\\s?(?:公众|公共|订阅|服务号|小程序|支付|群|扫|平台|视频号))';
const TELLING = '(?:号|码|id|是|为|為|[:=])';
const FILLER = '[\\s号码碼id是为為同我的也就:=,("“「_-]{0,8}';
/** 微信号. Without a word like 号 before it, only a name with figures in it is one. */
export const WECHAT_NAME = new RegExp(
  `${WECHAT}${OTHERS}(?:${FILLER}${TELLING}${FILLER}(?<![a-z])[a-z][a-z0-9_-]{5,19}|\\s{0,2}(?=[a-z_-]{1,19}\\d)[a-z][a-z0-9_-]{5,19})|(?<![a-z])wxid_[a-z0-9]{6,20}`,
  'giu',
);

const BEFORE_TELEPHONE =
  /(?:电话|電話|手机|手機|座机|固话|热线|联系方式|致电|拨打|来电|传真|tel|phone|call)[\s号码碼是为為:=,.("“-]{0,6}$/iu;
const BEFORE_CARD = /(?:卡号|卡號|账号|帐号|账户|帐户|银行卡)[\s码是为為:=,("“-]{0,6}$/iu;
const BEFORE_ACCOUNT = new RegExp(
  `(?:(?<![a-z])q\\s?q|扣\\s?扣|企鹅|球球)(?!\\s?群)${FILLER}$|${WECHAT}${OTHERS}${FILLER}${TELLING}${FILLER}$`,
  'iu',
);

/** What stands before digits that follow others with only separators between, where no word has room. */
export const leadOfGap = (gap = ''): Lead => ({ isForeign: gap.endsWith('+'), isTelephone: false, isCard: false, isMessenger: false });

/** What the words before a number say it is. */
export const leadOf = (before: string): Lead => ({
  isForeign: before.endsWith('+'),
  isTelephone: BEFORE_TELEPHONE.test(before),
  isCard: BEFORE_CARD.test(before),
  isMessenger: BEFORE_ACCOUNT.test(before),
});
