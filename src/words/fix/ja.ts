import type { fixEn } from './en.ts';

export const fixJa: Readonly<Record<keyof typeof fixEn, string>> = {
  'fix.change': '{number}. アカウント {account}: {name}',
  'fix.calls': '{calls} による',
  'fix.ask': 'この変更を書き込みますか? (y/n)',
  'fix.shown': '表示のみ',
  'fix.written': '書き込み済み',
  'fix.skipped': '変更なし',
  'fix.refused': '拒否されました: {reason}',
  'fix.stale': '表示後に変更されたため、何も書き込みませんでした。もう一度確認してください。',
  'fix.no-profile': 'アカウント {account} を開くプロファイルがありません。指定するか、権限を持つ人に依頼してください。',
  'fix.by-hand': 'API 呼び出しでは対応できないもの',
  'fix.nothing': 'API 呼び出しで修正できるものはありません。',
  'fix.dry': '何も書き込んでいません。--apply を付けると、変更ごとに確認します。',
  'fix.after': '変更後の再確認',
};
