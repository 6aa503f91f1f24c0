import type { pageEn } from './en.ts';

export const pageJa: Readonly<Record<keyof typeof pageEn, string>> = {
  'page.says': 'AWS のメッセージ',
  'page.silent': 'AWS は専用のメッセージを出しません。',
  'page.look': '自分で確認する方法',
  'page.capitals': '大文字の語は置き換えてください。',
  'page.doctor': 'doctor はこれを含むすべての項目を一度に調べます:',
  'page.mend': '修正方法',
  'page.example': '例',
  'page.found': '確認された内容',
  'page.sources': '参考資料',
  'page.index': 'コピーを妨げるもの',
  'page.intro':
    'コピーの各要件と、doctor がほかに調べる項目を、処理の順に示します。名前は、正常なときに成り立つことを表します。',
};
