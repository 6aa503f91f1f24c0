import { checksZhTw } from './checks/zh-tw.ts';
import { explainZhTw } from './explain/zh-tw.ts';
import { fixZhTw } from './fix/zh-tw.ts';
import { pageZhTw } from './page/zh-tw.ts';
import { reportZhTw } from './report/zh-tw.ts';
import { requirementsZhTw } from './requirements/zh-tw.ts';
import type { Catalogue } from './text.ts';

export const zhTw: Catalogue = {
  ...pageZhTw,
  ...fixZhTw,
  ...explainZhTw,
  ...reportZhTw,
  ...requirementsZhTw,
  ...checksZhTw,
};
