import { describe, expect, it } from '@jest/globals';
import { isOfficeTelephone, readOfficeContacts } from './office-contacts.js';
import { findPersonalData } from './personal-data.js';

describe('a contact that an office has published', () => {
  const offices = readOfficeContacts('0464-8261234, (010) 6234 5678, 13800001234, ban@qth.example.cn, @office.example.cn');

  it.each([
    '0464—8261234',
    '（0464）826 1234转801',
    '零四六四八二六一二三四',
    '+86 464 8261234',
    '电话：8261234',
    '138 0000 1234',
    '写信到 ban@qth.example.cn。',
    '写信到BAN ＠ qth.example.cn',
    'anybody@office.example.cn',
  ])('passes in any spelling: %j', (text) => {
    expect(findPersonalData(text, offices)).toEqual([]);
  });

  it.each(['0464-8261235', '04648261234567', '13800001235', 'notban@qth.example.cn', 'ban@office.example.com'])(
    'does not cover %j',
    (text) => {
      expect(findPersonalData(`请找 ${text} `, offices).length).toBe(text === '04648261234567' ? 0 : 1);
    },
  );

  it('covers the end of its number only as far as that is dialled among neighbours', () => {
    const office = readOfficeContacts('0464-82612345');
    expect(isOfficeTelephone(office, '82612345')).toBe(true);
    expect(isOfficeTelephone(office, '6482612345')).toBe(false); // begins within the area code: somebody else's number
  });

  it('does not hide personal data next to it', () => {
    expect(findPersonalData('0464-8261234，13900001234', offices).map(({ kind }) => kind)).toEqual(['telephone']);
  });
});
