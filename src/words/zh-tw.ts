import { reportZhTw } from './report/zh-tw.ts';
import type { Catalogue } from './text.ts';

export const zhTw: Catalogue = {
  ...reportZhTw,
  'mend.same-organization': '請將其中一個帳戶移至另一個帳戶所屬的組織。',
};
