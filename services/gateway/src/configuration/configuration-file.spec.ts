import { describe, expect, it } from '@jest/globals';
import { FORMAT, readConfiguration } from './configuration-file.js';

const FILE = { format: FORMAT, version: '1.0.0', madeAt: '2026-01-01T00:00:00Z', policies: [], registers: [] };
const read = (more: object, mark = '') => readConfiguration(`${mark}${JSON.stringify({ ...FILE, ...more })}`);

describe('a configuration file', () => {
  it('is read with the mark of its encoding, as editors on Windows write it', () => {
    expect(read({}, '\uFEFF')).toEqual(FILE);
  });

  it('that is no JSON is refused with where it is none', () => {
    expect(() => readConfiguration('{"format":')).toThrow(/^The file is not JSON: /);
  });

  it('with a template of a service without documents is refused before anything is brought in: its place, and what to do', () => {
    const templates = [
      { service: 'dispatch', document: 'order-sheet', docx: '' },
      { service: 'evaluation', document: 'report', docx: '' },
    ];
    expect(() => read({ templates })).toThrow(
      'Nothing was brought in. /templates/1: evaluation makes no documents, so none is called "report": name the service that makes it (intake, dispatch, case-mediation), or take it out.',
    );
  });

  it('with a register that is none of a configuration is refused too, rather than left out in silence', () => {
    const registers = [{ service: 'dispatch', register: 'organizations', csv: 'code\r\n' }];
    expect(() => read({ registers })).toThrow(
      '/registers/0: a configuration has no register "organizations" of dispatch (of dispatch there are organisations, responsibilities, holidays): correct its name, or take it out.',
    );
  });

  it('with something retired where nothing is retired by a configuration is refused, and what is retired in a register of it is read', () => {
    const retired = { service: 'intake', register: 'areas', code: '230903011097', successor: '230903011098' };
    expect(read({ retired: [retired] })).toMatchObject({ retired: [retired] });
    expect(() => read({ retired: [retired, { ...retired, register: 'grids' }] })).toThrow(
      'Nothing was brought in. /retired/1: nothing is retired in "grids" of intake by a configuration: take it out.',
    );
  });
});
