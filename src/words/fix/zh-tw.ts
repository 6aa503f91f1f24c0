import type { fixEn } from './en.ts';

export const fixZhTw: Readonly<Record<keyof typeof fixEn, string>> = {
  'fix.change': '{number}. 帳戶 {account}：{name}',
  'fix.calls': '透過 {calls}',
  'fix.ask': '要寫入這項變更嗎？(y/n)',
  'fix.shown': '僅顯示',
  'fix.written': '已寫入',
  'fix.skipped': '維持原狀',
  'fix.refused': '遭拒：{reason}',
  'fix.stale': '顯示後內容已變更，因此未寫入任何內容。請重新檢查。',
  'fix.no-profile': '沒有設定檔可開啟帳戶 {account}。請指定一個，或轉交給有權限的人。',
  'fix.by-hand': '無法透過呼叫完成',
  'fix.nothing': '這裡沒有可透過呼叫修正的項目。',
  'fix.dry': '未寫入任何內容。加上 --apply 會逐項詢問。',
  'fix.after': '變更後重新讀取',
};
