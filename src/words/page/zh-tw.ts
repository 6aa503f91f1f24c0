import type { pageEn } from './en.ts';

export const pageZhTw: Readonly<Record<keyof typeof pageEn, string>> = {
  'page.says': 'AWS 顯示的訊息',
  'page.silent': 'AWS 不會為此顯示專屬訊息。',
  'page.look': '自行檢查的方法',
  'page.capitals': '大寫字詞請自行替換。',
  'page.doctor': 'doctor 會一次讀取這些以及其他所有環節：',
  'page.mend': '修正方法',
  'page.example': '範例',
  'page.found': '發現的內容',
  'page.sources': '資料來源',
  'page.index': '會阻擋複製的事項',
  'page.intro': '複製的各項要件，以及 doctor 另外檢查的項目，依流程順序排列。名稱表示一切正常時成立的條件。',
};
