import { defineErrors } from '@zero-distance/kernel';

/** The refusals of a merging by which something of the matter would be lost. */
export const refuseMerging = defineErrors(
  'intake',
  { number: '230903011001-261123-000417', main: 'normal', said: 'utilities' },
  {
    'request.urgency_to_judge': {
      status: 422,
      zh: '本诉求（{said}）比主诉求 {number}（{main}）更紧急：请重新判断并填写主诉求的紧急程度（urgency），不变的填 {main}。',
      en: 'This request ({said}) is more urgent than the main request {number} ({main}): judge again how urgent that is and say so (`urgency`), {main} where it stays.',
    },
    'request.main_without_finder': {
      status: 409,
      zh: '本诉求（或并入其中的）由网格员发现，结案前须由发现人复核，而主诉求 {number} 没有发现人复核：请反过来将 {number} 并入本诉求，或单独办理。',
      en: 'A grid worker found this, or what was merged into it, and looks again before it is closed; nobody does so of the main request {number}. Merge {number} into this one instead, or handle this one by itself.',
    },
  },
);
