import { describe, expect, it } from '@jest/globals';
import { MemberMarks } from './member-marks.js';

class Above {}
class Below extends Above {}
class Beside extends Above {}

describe('the marks on the members of a class', () => {
  const marks = new MemberMarks<string>();
  marks.set(Above.prototype, 'a', 'above');
  marks.set(Above.prototype, 'b', 'above');
  marks.set(Below.prototype, 'b', 'below');

  it('apply to its subclasses as well, unless these set their own', () => {
    expect([...marks.of(new Below())]).toEqual([
      ['a', 'above'],
      ['b', 'below'],
    ]);
    expect([...marks.of(new Beside())]).toEqual([
      ['a', 'above'],
      ['b', 'above'],
    ]);
  });

  it('are empty for plain objects, lists and objects without a prototype', () => {
    expect([{}, [], Object.create(null)].map((value) => marks.of(value).size)).toEqual([0, 0, 0]);
  });
});
