import type { explainEn } from './en.ts';

export const explainJa: Readonly<Record<keyof typeof explainEn, string>> = {
  'explain.by-copy-job': 'コピージョブのメッセージ',
  'explain.by-backup-job': 'バックアップジョブのメッセージ',
  'explain.by-restore-job': '復元ジョブのメッセージ',
  'explain.by-call': 'API 呼び出しへの応答',
  'explain.category': '{what}、カテゴリ {category}',
  'explain.documented': 'AWS のドキュメントに記載: {url}',
  'explain.recorded': 'サービスの応答の記録: {from}',
  'explain.reported': '公開情報での引用: {from}',
  'explain.inferred': '引用ではなく推定: {from}',
  'explain.speaks': 'サービスの実際の文言: "{sentence}"',
  'explain.cause': '原因',
  'explain.causes': '考えられる原因（可能性の高い順）',
  'explain.look': '確認',
  'explain.in-account': '{side}アカウントで',
  'explain.doctor': 'すべての項目を一度に調べるには:',
  'explain.likeness': 'この文は登録されていません。最も近いもの:',
  'explain.unknown': 'この文も、似た文も登録されていません。',
  'explain.fragment': 'AWS Backup は「{fragment}」を含むメッセージを {category} に分類します。',
  'explain.no-message': 'ジョブはメッセージなしで終了しました。失敗はありません。',
  'about.copy-job.too-many-copy-jobs':
    '同じリソースのコピーを同時に実行できる数には上限があります。設定に問題はありません。後で再実行し、同じリソースをコピーするプランのスケジュールをずらしてください。',
  'about.copy-job.ami-storage-not-permitted':
    'コピーの完了前にスナップショットの共有が取り消されました。共有をすべて解除する自動修復が原因であることがよくあります。AWS Backup 自身による共有を対象から除外してください。または、スナップショットのキーがコピー先を許可していません。',
  'about.copy-job.unshare-failed':
    'コピー自体は完了しています。実行中にロールが削除されたため、スナップショットがコピー先に共有されたままです。ロールを作り直し、共有を手動で解除してください。',
  'about.copy-job.option-group-missing':
    'データベースに TDE などの永続オプションがあり、AWS Backup が渡すのはデフォルトのオプショングループだけです。コピー先リージョンに同じオプションを持つオプショングループを作成してください。TDE を使う場合は RDS 自体でコピーする必要があります。',
  'about.copy-job.tags-point-unavailable':
    'タグのコピー中に復旧ポイントまたはそのコピーが削除されました。早すぎる期限切れや削除がないか確認してください。',
  'about.copy-job.key-does-not-exist':
    '指定されたキーがこのアカウントとリージョンにありません。ARN の誤り、削除されたキー、または別のリージョンで指定された単一リージョンキーが考えられます。',
  'about.copy-job.role-may-not-get-resources':
    'プランのロールが tag:GetResources を呼び出せないか、サービスコントロールポリシーが妨げています。その場合、タグによる選択は何も選択せず、コピーは開始されません。',
  'about.copy-job.bucket-versioning-unreadable':
    'ロールに S3 の権限がありません。AWSBackupServiceRolePolicyForS3Backup をアタッチし、バケットのバージョニングを有効にしてください。',
  'about.copy-job.token-expired':
    'ジョブの実行中にサービスのセッションが期限切れになりました。もう一度実行してください。',
  'about.copy-job.fatal-error':
    'サービス側の障害か、固有のメッセージを持たない失敗です。まずすべての項目を調べ、問題がなければコピーを再実行し、それでも失敗する場合はサポートに問い合わせてください。',
  'about.backup-job.vault-does-not-exist':
    'プランが指定するボールトが削除されています。バックアップが作られないため、コピーするものもありません。プランに別のボールトを指定するか、ボールトを再作成してください。',
  'about.backup-job.running-job-for-same-resource':
    'ジョブはリソースごとに 1 つずつ実行されます。このジョブは別のジョブを待っている間に時間切れになりました。スケジュールをずらすか、開始ウィンドウを広げてください。',
  'about.backup-job.stopped-by-user': '誰かが StopBackupJob を呼び出しました。実行者は CloudTrail で確認できます。',
  'about.backup-job.expired-before-completion':
    'バックアップが完了ウィンドウ内に終わりませんでした。CompleteWindowMinutes を広げるか、開始を早めてください。',
  'about.backup-job.lifecycle-out-of-range':
    'ルールの保持期間がボールトロックの範囲外です。ルールの DeleteAfterDays を変更するか、別のボールトを選んでください。',
  'about.backup-job.role-lacks-permissions':
    'このリソースタイプに必要な権限がロールにないか、（紛らわしいことに）デフォルトロールが一度も作成されていません。AWSBackupServiceRolePolicyForBackup をアタッチし、S3 の場合は専用のポリシーもアタッチしてください。',
  'about.backup-job.may-not-describe-resource':
    'ロールがリソースの情報を取得できません。リソースタイプに応じた AWS 管理ポリシーをアタッチしてください。S3 の場合は AWSBackupServiceRolePolicyForS3Backup です。',
  'about.backup-job.resource-not-found': 'リソースが削除されたか、選択に存在しないリソースが指定されています。',
  'about.backup-job.not-for-air-gapped':
    'バックアップはバックアップボールトに作成されました。論理エアギャップボールトはこのリソースタイプに対応していないため、そちらへのコピーは行われていません。',
  'about.backup-job.aws-key-not-for-air-gapped':
    'バックアップはバックアップボールトに作成されました。リソースは AWS マネージドキーで暗号化されており、そのバックアップは論理エアギャップボールトにコピーできません。',
  'about.backup-job.continuous-not-enabled':
    'ルールは継続的バックアップを求めていますが、このリソースでは有効にできなかったため、代わりにスナップショットが作成されました。',
  'about.backup-job.completed-with-issues':
    'バックアップは作成されましたが、リソースの一部を読み取れませんでした。詳細はメッセージにあります。',
  'about.backup-job.fatal-error':
    'サービス側の障害です。ジョブを再実行し、再び失敗する場合はジョブ ID を添えてサポートに問い合わせてください。',
  'about.restore-job.access-denied':
    '復元を行うアカウントで、復元ロールの権限が不足しています。AWSBackupServiceRolePolicyForRestores をアタッチし、コピーのキーの使用をロールに許可してください。',
  'about.restore-job.target-invalid':
    '復元先が既に存在して内容があるか、作成できません。別の復元先を指定してください。',
  'about.restore-job.items-invalid':
    'メタデータの itemsToRestore は、復旧ポイントに存在するパスの JSON リストである必要があります。形式と各パスのつづりを確認してください。',
  'about.restore-job.completed-with-issues':
    'データはすべて復元されましたが、一部のメタデータを設定できませんでした。詳細はメッセージにあります。',
  'about.restore-job.fatal-error': '復元中にサービス側の障害が発生しました。もう一度実行してください。',
  'about.other.vss':
    'Windows がバックアップのためにアプリケーションを静止できませんでした。クラッシュ整合性のあるバックアップは作成されています。インスタンスの VSS エージェントとライターを確認してください。',
  'about.other.quota-of-service':
    'リソースのサービスのクォータに達したため、バックアップが作られず、コピーもできません。スケジュールをずらすか、不要なものを削除するか、クォータの引き上げを AWS に依頼してください。',
  'about.other.network-metadata':
    'バックアップは作成されています。ネットワークインターフェイスの情報が大きすぎて保存できないため、復元時に手動で設定する必要があります。',
  'about.other.inside-window':
    'バックアップがデータベースのメンテナンスウィンドウまたはバックアップウィンドウに重なるか近すぎたため、作成されず、コピーも行われませんでした。プランのスケジュールまたはウィンドウをずらしてください。',
  'about.other.access-key':
    'アカウントがサービスに登録されていません。新しいアカウントか、有効になっていないリージョンであることがよくあります。',
  'about.other.hypervisor':
    'Backup ゲートウェイがハイパーバイザーに接続できないか、ハイパーバイザーがこのマシンのスナップショットを作成できません。',
  'about.other.continuous-taken':
    '継続的バックアップはリソースごとに 1 つで、別のプランまたはボールトで既に有効になっています。代わりにスナップショットが作成されたか、何も作成されていません。どちらか一方で継続的バックアップを無効にしてください。',
  'about.other.air-gapped-type':
    'バックアップはボールトにありますが、このタイプは論理エアギャップボールトに対応していません。標準のボールトにコピーしてください。',
  'about.other.air-gapped-key':
    'バックアップはボールトにありますが、AWS マネージドキーで暗号化されているため、論理エアギャップボールトには入りません。カスタマーマネージドキーでリソースを暗号化してください。',
  'about.other.restore-window':
    '同時に実行された復元テストが多すぎたため、時間内に開始できませんでした。開始ウィンドウを広げてください。',
  'about.other.instance-profile':
    '復元したインスタンスに設定できるのは、バックアップ時のインスタンスプロファイルだけです。',
  'about.other.managed-snapshot':
    'AWS Backup のスナップショットは EC2 からではなく、backup:DeleteRecoveryPoint またはライフサイクルによって削除します。',
  'about.call.insufficient-privileges':
    '存在しないボールトにも、呼び出し元が参照できないボールトにも、所有アカウントを指定せずに共有ボールトを参照した場合にも返されます。名前のつづり（大文字と小文字を含む）、リージョン、--backup-vault-account-id を確認してください。',
  'about.call.vault-policy-sharing':
    'ボールトアクセスポリシーで他のアカウントに許可できるのは backup:CopyIntoBackupVault だけです。別の場所で復元するには、まずそこへコピーします。論理エアギャップボールトは RAM で共有できます。',
  'about.call.invalid-principal':
    'ポリシーに存在しないユーザーまたはロールが指定されています。ARN の誤り、余分な空白、またはまだ AWSServiceRoleForBackup がないアカウントの指定が考えられます。先に作成してください: aws iam create-service-linked-role --aws-service-name backup.amazonaws.com',
  'about.call.feature-not-in-region':
    'このリージョンではクロスアカウントバックアップが提供されていません。別のリージョンで実行してください。',
  'about.call.lifecycle':
    'コールドストレージには最低 90 日の料金がかかります。DeleteAfterDays は MoveToColdStorageAfterDays より 90 以上大きく、1 から 36500 の間である必要があります。',
  'about.call.vault-not-empty':
    'ボールトは空のときに削除できます。先に復旧ポイントを削除するか、期限切れを待ってください。',
};
