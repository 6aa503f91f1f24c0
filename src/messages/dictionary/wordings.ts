import type { Origin } from '../service-error.ts';
import type { KnownSentence } from './known-sentence.ts';

/*
 * Other wordings of what copy jobs say: newer ones, those of the console, and the translations of the knowledge-center articles. Some of
 * the articles translate the very message, so that people search for a sentence which the service never speaks.
 */

const seen = '2026-11-27';
const dashboards: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html',
  seen: '2026-09-24',
};
const reported = (from: string): Origin => ({ kind: 'reported', from });
const chineseArticle: Origin = {
  kind: 'documented',
  url: 'https://repost.aws/zh-Hant/knowledge-center/backup-troubleshoot-cross-account-copy',
  seen,
};
const japaneseArticle: Origin = {
  kind: 'documented',
  url: 'https://repost.aws/ja/knowledge-center/backup-resolve-access-denied-error',
  seen,
};
const translation: Origin = {
  kind: 'inferred',
  from: 'our translation: the article in this language was not seen to translate the message itself',
};

const english = (id: string, template: string, origin: Origin): KnownSentence => ({
  id: `copy-job.${id}`,
  template,
  language: 'en',
  spokenBy: 'copy-job',
  origin,
});

const newer: readonly KnownSentence[] = [
  english(
    'not-same-organization',
    'Access denied: Copy job failed. Both source and destination account must be a member of the same organization.',
    reported('what the console shows, quoted in a public pull request'),
  ),
  english(
    'destination-uses-default-key',
    'Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied.',
    dashboards,
  ),
  english(
    'source-uses-aws-managed-key',
    "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.",
    dashboards,
  ),
  english(
    'source-uses-aws-managed-key',
    "Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.",
    dashboards,
  ),
  english(
    'source-uses-aws-managed-key',
    'Encrypted snapshots with Amazon EBS default key cannot be shared',
    reported('public issues'),
  ),
  english(
    'source-snapshot-key-unusable',
    'The source snapshot KMS key [{}] does not exist, is not enabled or you do not have permissions to access it.',
    reported('public issues quote the service with the key'),
  ),
  english(
    'ami-snapshot-key-not-accessible',
    'AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default key.',
    dashboards,
  ),
  english('source-ami-not-found', 'Source AMI {} not found in Region.', dashboards),
  english('fatal-error', 'Copy job encountered a fatal error.', dashboards),
  english('role-not-assumable', 'The provided role {} cannot be assumed by AWS Backup.', reported('public issues')),
];

type Translations = readonly [id: string, es: string, ja: string, zhTw: string];

/** The nine families, in the words of whoever reads the articles in another language. */
const TRANSLATED: readonly Translations[] = [
  [
    'not-same-organization',
    'Error en el trabajo de copia. Las cuentas de origen y destino deben ser miembros de la misma organización.',
    'コピージョブに失敗しました。コピー元アカウントとコピー先アカウントの両方が同じ組織のメンバーである必要があります。',
    '複製工作失敗。來源與目的地帳戶都必須是相同組織的成員。',
  ],
  [
    'feature-not-supported',
    'No se puede iniciar el trabajo de copia de {} a {} para los recursos de {}. La característica no es compatible con el tipo de recurso proporcionado.',
    '{} から {} へのコピージョブは {} リソースに対して開始できません。指定されたリソースタイプでは機能がサポートされていません。',
    '無法針對 {} 資源起始將工作從 {} 複製到 {}。提供的資源類型不支援功能。',
  ],
  [
    'destination-uses-default-key',
    'El trabajo de copia falló porque el almacén de copias de seguridad de destino está cifrado con la clave predeterminada administrada por el servicio de Backup. El contenido de este almacén no se puede copiar. Solo se puede copiar el contenido de un almacén de copias de seguridad cifrado con una clave maestra del cliente (CMK).',
    'コピー先のバックアップボールトがデフォルトのバックアップサービスマネージドキーで暗号化されているため、コピージョブに失敗しました。このボールトの内容はコピーできません。コピーできるのは、カスタマーマスターキー (CMK) で暗号化されたバックアップボールトの内容のみです。',
    '複製工作失敗，因為目的地備份保存庫使用預設的備份服務受管金鑰加密。無法複製此保存庫的內容。只能複製由客戶主金鑰 (CMK) 加密的備份保存庫內容。',
  ],
  [
    'source-uses-aws-managed-key',
    'Las instantáneas cifradas con la CMK administrada de AWS no se pueden compartir. Especifique otra instantánea.',
    'AWS マネージド CMK で暗号化されたスナップショットは共有できません。別のスナップショットを指定してください。',
    '使用 AWS 受管 CMK 加密的快照無法共用。請指定其他快照。',
  ],
  [
    'source-snapshot-key-unusable',
    'La clave de KMS de la instantánea de origen no existe, no está habilitada o no tiene permisos para acceder a ella.',
    'ソーススナップショットの KMS キーが存在しないか、有効になっていないか、アクセスする権限がありません。',
    '來源快照 KMS 金鑰不存在、未啟用，或您沒有存取的許可。',
  ],
  [
    'ami-snapshot-key-not-accessible',
    'Error al copiar la instantánea de la AMI: no se puede acceder al ID de clave proporcionado. Debe tener permisos DescribeKey sobre la CMK predeterminada.',
    'AMI スナップショットのコピーがエラーで失敗しました: 指定されたキー ID にアクセスできません。デフォルト CMK に対する DescribeKey 権限が必要です。',
    'AMI 快照複製失敗，發生錯誤：無法存取指定的金鑰 ID。您必須具有預設 CMK 的 DescribeKey 許可。',
  ],
  [
    'access-denied',
    'Acceso denegado al intentar llamar al servicio AWS Backup',
    'AWS Backup サービス呼び出し中にアクセスが拒否されました',
    '嘗試呼叫 AWS Backup 服務時存取遭拒',
  ],
  [
    'tags-not-copied',
    'No podemos copiar las etiquetas de recursos a la copia de seguridad debido a un error interno.',
    '内部エラーのため、リソースタグをバックアップにコピーできません。',
    '由於內部故障，我們無法將資源標籤複製到您的備份。',
  ],
  [
    'tag-policy-violated',
    "La política de etiquetas no permite el valor especificado para la siguiente clave de etiqueta: '{}'.",
    "タグポリシーでは、次のタグキーに指定された値は許可されていません: '{}'。",
    "標籤政策不允許下列標籤索引鍵的指定值：'{}'。",
  ],
];

/** The translations that the articles themselves print; all others are ours. */
const PRINTED: Readonly<Record<string, Origin>> = {
  'zh-TW not-same-organization': chineseArticle,
  'zh-TW feature-not-supported': chineseArticle,
  'ja access-denied': japaneseArticle,
};

const translated: readonly KnownSentence[] = TRANSLATED.flatMap(([id, es, ja, zhTw]) =>
  (
    [
      ['es', es],
      ['ja', ja],
      ['zh-TW', zhTw],
    ] as const
  ).map(([language, template]) => ({
    id: `copy-job.${id}`,
    template,
    language,
    spokenBy: 'copy-job' as const,
    origin: PRINTED[`${language} ${id}`] ?? translation,
  })),
);

export const otherWordings: readonly KnownSentence[] = [...newer, ...translated];
