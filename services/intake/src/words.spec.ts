import { describe, expect, it } from '@jest/globals';
import { wordsSought, wordsWithin } from './words.js';

describe('words', () => {
  it('A long word is found by the shorter ones within it', () => {
    expect(wordsWithin('社会保险')).toEqual(expect.arrayContaining(['社会', '保险', '社会保险']));
    expect(wordsSought('社会保险')).toEqual(['社会保险']);
  });

  it('A word is found wherever it stands, also where it reads as other words', () => {
    expect(wordsWithin('3号楼前路灯不亮')).toEqual(expect.arrayContaining(['楼前', '路灯', '灯不亮']));
  });

  it('What is looked for is within the text that it was taken from', () => {
    const text = '3号楼前路灯三天不亮，老人出行不便。';
    expect(wordsWithin(text)).toEqual(expect.arrayContaining(wordsSought(text)));
  });

  it('Full-width and half-width, large and small letters are one', () => {
    expect(wordsWithin('ＥＴＣ扣费')).toEqual(wordsWithin('etc扣费'));
  });

  it('A character alone, which is in every text, is looked for only where nothing else is', () => {
    expect(wordsSought('供暖温度不达标')).toEqual(['供暖', '温度', '达标']);
    expect(wordsSought('树')).toEqual(['树']);
    expect(wordsSought('3号楼')).toEqual(['3', '号楼']);
  });

  it('Punctuation and blanks are no words', () => {
    expect(wordsWithin(' ，。！ ')).toEqual([]);
  });

  it('A word is looked for once', () => {
    expect(wordsSought('漏水漏水漏水')).toEqual(['漏水']);
  });
});
