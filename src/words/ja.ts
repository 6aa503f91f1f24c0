import { reportJa } from './report/ja.ts';
import type { Catalogue } from './text.ts';

export const ja: Catalogue = {
  ...reportJa,
  'mend.same-organization': '2 つのアカウントのいずれかを、もう一方のアカウントの組織に移動してください。',
};
