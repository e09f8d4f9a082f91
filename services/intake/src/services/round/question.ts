/** 问题类型: what is answered at the door. yes-no 是否, number 数量, choice 单选, words 文字. */
export const QUESTION_KINDS = ['yes-no', 'number', 'choice', 'words'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What is said by a code, in both languages. */
interface Choice {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** 敲门问题: one that is asked at each door of a round. */
export interface Question extends Choice {
  readonly kind: QuestionKind;
  /** What can be chosen; of a question of kind `choice` alone. */
  readonly choices?: readonly Choice[];
}

/** What is wrong with questions, and where. */
export interface QuestionFault {
  readonly code: 'twice' | 'choices';
  readonly pointer: string;
}

const repeated = (choices: readonly Choice[]): number =>
  choices.findIndex(({ code }, place) => choices.slice(0, place).some((before) => before.code === code));

/** The first question that no answer could be kept for: a code that is there already, or choices where there is nothing, or only one thing, to choose. */
export function questionFault(questions: readonly Question[]): QuestionFault | undefined {
  const twice = repeated(questions);
  if (twice >= 0) return { code: 'twice', pointer: `/questions/${twice}/code` };
  for (const [place, { kind, choices = [] }] of questions.entries()) {
    const fits = kind === 'choice' ? choices.length >= 2 : choices.length === 0;
    if (!fits) return { code: 'choices', pointer: `/questions/${place}/choices` };
    const same = repeated(choices);
    if (same >= 0) return { code: 'twice', pointer: `/questions/${place}/choices/${same}/code` };
  }
  return undefined;
}
