import type { requirementsEn } from './en.ts';

export const requirementsJa: Readonly<Record<keyof typeof requirementsEn, string>> = {
  'ok.role-can-be-assumed': 'AWS Backup はロールを引き受けられます',
  'title.role-can-be-assumed': 'AWS Backup がロールを引き受けられません',
  'why.role-can-be-assumed':
    'コピーに使うロールが存在し、その信頼ポリシーが backup.amazonaws.com に sts:AssumeRole を許可している必要があります。サービスが送信しないキーに対する条件は決して満たされません。',
  'ok.point-is-available': '復旧ポイントは存在し、完全です',
  'title.point-is-available': '復旧ポイントが存在しないか、使用できません',
  'why.point-is-available':
    'コピーは、開始したアカウントのボールトにある復旧ポイントを読み取ります。その後に期限切れや削除になったか、別のボールト、アカウント、リージョンにある可能性があります。',
  'ok.type-can-be-copied': 'このタイプについて AWS Backup はこのコピーを提供しています',
  'title.type-can-be-copied': 'このタイプについて AWS Backup はこのコピーを提供していません',
  'why.type-can-be-copied':
    'どのタイプをアカウント間、リージョン間、またはその両方で同時にコピーできるかは AWS が定めており、時とともに変わります。DynamoDB の高度な機能を除き、ポリシーや設定では解決できません。',
  'ok.point-is-warm': '復旧ポイントはウォームストレージにあります',
  'title.point-is-warm': '復旧ポイントはコールドストレージにあります',
  'why.point-is-warm': 'コールドストレージまたはアーカイブ階層にある復旧ポイントはコピーされません。',
  'ok.point-is-not-continuous': '復旧ポイントは継続的バックアップではなくスナップショットです',
  'title.point-is-not-continuous': '復旧ポイントは継続的バックアップです',
  'why.point-is-not-continuous':
    'StartCopyJob は継続的バックアップをコピーしません。プランがコピーするのはスナップショットで、ポイントインタイムリストアはできません。',
  'ok.same-organization': '両方のアカウントが 1 つの組織に属しています',
  'title.same-organization': '2 つのアカウントが同じ組織に属していません',
  'why.same-organization':
    'AWS Backup は、AWS Organizations の 1 つの組織内でのみアカウント間のコピーを行います。組織を離れたアカウントには既存のコピーが残りますが、新しいコピーは届きません。',
  'ok.cross-account-copy-enabled': '組織でクロスアカウントバックアップが有効です',
  'title.cross-account-copy-enabled': '組織でクロスアカウントバックアップが無効です',
  'why.cross-account-copy-enabled':
    '管理アカウントが組織に対して有効にする必要があります。無効のままでは、ポリシーが正しくてもアカウント間のコピーはすべて失敗します。変更の反映には最大 15 分かかります。',
  'ok.source-role-may-copy-from-vault': 'ロールは復旧ポイントを持ち出せます',
  'title.source-role-may-copy-from-vault': 'ロールは復旧ポイントを持ち出せません',
  'why.source-role-may-copy-from-vault':
    'ロールには復旧ポイントに対する backup:CopyFromBackupVault が必要です。サービスコントロールポリシーが backup:CopyTargets や backup:CopyTargetOrgPaths で制限していることがよくあります。',
  'ok.source-role-may-copy-into-vault': 'ロール側ではコピー先ボールトへの書き込みが許可されています',
  'title.source-role-may-copy-into-vault': 'ロールはコピー先ボールトに書き込めません',
  'why.source-role-may-copy-into-vault':
    'ロール自身のポリシーで、コピー先ボールトに対する backup:CopyIntoBackupVault が必要です。サービスコントロールポリシー、リソースコントロールポリシー、アクセス許可の境界がこれを妨げてはいけません。',
  'ok.destination-vault-exists': 'コピー先ボールトは存在します',
  'title.destination-vault-exists': 'コピー先ボールトが存在しません',
  'why.destination-vault-exists':
    'コピー先ボールトが存在しなくてもプランは受け付けられ、別のアカウントに存在しないボールトに対して AWS はアクセス拒否を返します。',
  'ok.destination-vault-admits-source': 'ボールトアクセスポリシーはコピー元を許可しています',
  'title.destination-vault-admits-source': 'ボールトアクセスポリシーがコピー元を許可していません',
  'why.destination-vault-admits-source':
    'コピー先ボールトは、コピー元アカウント、そのロール、その組織単位、または組織に backup:CopyIntoBackupVault を許可する必要があります。アクセスポリシーのないボールトは他のアカウントを一切受け入れません。',
  'ok.destination-vault-admits-retention': 'コピーの保持期間はボールトの範囲内です',
  'title.destination-vault-admits-retention': 'コピーの保持期間がボールトの範囲外です',
  'why.destination-vault-admits-retention':
    'ボールトロックは保持期間の最短と最長を定め、その範囲外のコピーは失敗します。独自のライフサイクルがないコピーはコピー元のものを引き継ぎ、無期限のコピーはどの最大値も超えます。',
  'ok.storage-gateway-vault-is-own': 'コピー先のボールトとキーはユーザーが作成したものです',
  'title.storage-gateway-vault-is-own': 'Storage Gateway のコピーには、ユーザーが作成したボールトとキーが必要です',
  'why.storage-gateway-vault-is-own':
    'Storage Gateway のボリュームは、コピー先のデフォルトボールトにもデフォルトキーにもコピーできません。',
  'ok.destination-vault-key-is-customer-managed': 'コピー先ボールトにはカスタマー管理キーがあります',
  'title.destination-vault-key-is-customer-managed': 'コピー先ボールトのキーが AWS マネージドキーです',
  'why.destination-vault-key-is-customer-managed':
    'AWS Backup が完全には管理しないタイプは、カスタマー管理キーのボールトにのみコピーされます。Default ボールトのキーは AWS マネージドキー aws/backup で、ボールトのキーは変更できません。',
  'ok.destination-service-linked-role-exists': 'コピー先に AWS Backup のサービスリンクロールがあります',
  'title.destination-service-linked-role-exists': 'コピー先に AWS Backup のサービスリンクロールがありません',
  'why.destination-service-linked-role-exists':
    'コピー自体はコピー先アカウントの AWSServiceRoleForBackup が行います。AWS Backup を使ったことのないアカウントには存在しないことがあり、それを指定するキーポリシーは、ロールが存在するまで保存できません。',
  'ok.destination-key-usable': 'コピー先のキーはコピーに使用できます',
  'title.destination-key-usable': 'コピー先のキーをコピーに使用できません',
  'why.destination-key-usable':
    'コピーを書き込む主体はコピー先ボールトのキーを使える必要があります。キーが存在し、有効で、キーポリシーが妨げていないことが条件です。',
  'ok.source-key-is-customer-managed': 'コピー元はカスタマー管理キーか、それを必要としないタイプです',
  'title.source-key-is-customer-managed': 'コピー元が AWS マネージドキーで暗号化されています',
  'why.source-key-is-customer-managed':
    'AWS Backup が完全には管理しないタイプのスナップショットはリソースのキーを引き継ぎ、AWS マネージドキー (aws/ebs、aws/rds) のポリシーでは他のアカウントを許可できません。',
  'ok.source-key-admits-destination': 'コピー元のキーはコピー先による読み取りを許可しています',
  'title.source-key-admits-destination': 'コピー元のキーがコピー先による読み取りを許可していません',
  'why.source-key-admits-destination':
    'コピー先アカウントのサービスリンクロールがコピー元のキーで読み取ります。キーが有効で、キーポリシーが使用と kms:CreateGrant を許可している必要があります。どのキーかはタイプによります。リソース自身のキー、または完全管理のタイプではコピー元ボールトのキーです。',
  'ok.source-role-may-share': 'ロールはスナップショットをコピー先と共有できます',
  'title.source-role-may-share': 'ロールはスナップショットをコピー先と共有できません',
  'why.source-role-may-share':
    'AWS Backup が完全には管理しないタイプは、共有によってアカウントの外に出ます。手書きのロールには ec2:ModifySnapshotAttribute などの共有アクションが欠けていることがよくあります。',
  'ok.image-may-leave-account': 'イメージはアカウントの外に出せます',
  'title.image-may-leave-account': 'イメージは AWS Marketplace のもので、アカウントの外に出せません',
  'why.image-may-leave-account': 'AWS Marketplace の製品コードを持つイメージは、別のアカウントにコピーできません。',
  'ok.image-is-allowed-at-destination': 'コピー先はコピー元のイメージを受け入れます',
  'title.image-is-allowed-at-destination': 'コピー先の許可 AMI にコピー元が含まれていません',
  'why.image-is-allowed-at-destination':
    'コピー先アカウントで EC2 の「許可された AMI」が有効な場合、そこに名前のないアカウントのイメージは見つかりません。',
  'ok.source-role-may-copy-tags': 'ロールはタグを引き継げます',
  'title.source-role-may-copy-tags': 'ロールはタグを引き継げません',
  'why.source-role-may-copy-tags':
    'タグ付きの復旧ポイントはタグとともにコピーされます。ロールはタグを読み取れる必要があり、完全管理のタイプでは設定もできる必要があります (backup:TagResource)。',
  'ok.tags-obey-tag-policy': 'タグはコピー先のタグポリシーに従っています',
  'title.tags-obey-tag-policy': 'タグがコピー先のタグポリシーに違反しています',
  'why.tags-obey-tag-policy':
    '強制されたタグポリシーは、列挙されていない値や、大文字小文字が異なるキーを拒否します。タグがないことは違反になりません。',
  'ok.tags-within-limit': 'タグは 50 個以内です',
  'title.tags-within-limit': 'タグが 50 個を超えています',
  'why.tags-within-limit':
    'コピーは復旧ポイントのタグとプランのルールのタグを合わせて持ち、AWS が許すユーザータグは 50 個です。',
  'mend.cross-account-copy-enabled':
    '管理アカウントで、グローバル設定 isCrossAccountBackupEnabled を "true" にしてください。',
  'mend.destination-key-gone':
    'ボールトのキーは失われ、それで保護されたデータも失われました。キーが存在するボールトにコピーしてください。',
  'mend.destination-service-linked-role-exists':
    'アカウント {account} で backup.amazonaws.com のサービスリンクロールを作成してください。',
  'mend.destination-vault-admits-retention':
    'コピーの保持期間を {min} 日から {max} 日の間 (例: {days} 日) に指定してください。',
  'mend.destination-vault-exists':
    'カスタマー管理キーでボールト {vault} を作成するか、存在するボールトを指定してください。',
  'mend.destination-vault-key-is-customer-managed':
    'カスタマー管理キーで別のボールトを作成し、そこにコピーしてください。ボールトのキーは変更できません。',
  'mend.image-is-allowed-at-destination': 'アカウント {account} の許可 AMI にアカウント {source} を追加してください。',
  'mend.image-may-leave-account':
    'インスタンスのボリューム (EBS) をバックアップしてそれをコピーするか、自前のイメージから作り直してください。',
  'mend.point-is-available': 'そのリソースの別の復旧ポイントをコピーするか、新しく作成してください。',
  'mend.point-is-not-continuous':
    'リソースのスナップショットをコピーしてください。コピーアクションのあるプランルールは、継続的バックアップとは別にスナップショットを作成します。',
  'mend.point-is-warm':
    'ウォームストレージの復旧ポイントをコピーし、コールドストレージへの移行前にコピーするよう計画してください。',
  'mend.role-can-be-assumed':
    '{service} がロール {role} を引き受けられるようにしてください。信頼ポリシーでそのサービスに sts:AssumeRole を許可する必要があります。',
  'mend.role-exists': 'ロール {role} を作り直すか、存在するロールでコピーを開始してください。',
  'mend.source-key-gone':
    '復旧ポイントを保護するキーは失われ、復旧ポイントも失われました。別のキーでリソースをバックアップし直してください。',
  'mend.source-key-is-customer-managed.restore':
    'カスタマー管理キーでリソースを復元し、もう一度バックアップして、それをコピーしてください。',
  'mend.source-key-is-customer-managed.two-hops':
    'まず同じアカウント内の、カスタマー管理キーのボールトに復旧ポイントをコピーし、そのコピーを別のアカウントにコピーしてください。',
  'mend.same-organization': '2 つのアカウントのいずれかを、もう一方のアカウントの組織に移動してください。',
  'mend.storage-gateway-vault-is-own': 'カスタマー管理キーで独自のボールトを作成し、そこにコピーしてください。',
  'mend.tags-obey-tag-policy.tag': 'タグ {key} に、タグポリシーが許す値を設定してください。',
  'mend.tags-obey-tag-policy.policy': 'タグ {key} の値を許すように、タグポリシーを広げてください。',
  'mend.tags-within-limit': '復旧ポイントからタグを {count} 個外してください。',
  'mend.type-can-be-copied.region-first':
    '2 段階でコピーしてください。まずコピー元アカウント内の別リージョンへ、次にそこから別のアカウントへ。',
  'mend.type-can-be-copied.account-first':
    '2 段階でコピーしてください。まず同じリージョンの別のアカウントへ、次に別のリージョンへ。',
  'mend.type-can-be-copied.dynamodb':
    'リージョン設定で Amazon DynamoDB バックアップの高度な機能を有効にし、新しいバックアップを取得してそれをコピーしてください。',
  'mend.type-can-be-copied.since': 'AWS はこのコピーを {since} からサポートしています。',
  'mend.type-can-be-copied.never': '設定では解決できません。このコピーは提供されていません。',
  'mend.cancel-key-deletion': 'キー {key} の削除を取り消し、その後有効にしてください。',
  'mend.enable-key': 'キー {key} を有効にしてください。',
  'mend.role-lacks-actions':
    'ロール {role} に {actions} を許可するか、AWSBackupServiceRolePolicyForBackup をアタッチしてください。',
  'mend.role-lacks-key-actions':
    'ロール {role} に {key} に対する {actions} を許可するか、AWSBackupServiceRolePolicyForBackup をアタッチしてください。',
  'mend.role-stopped-by.permissions-boundary':
    'ロール {role} が {actions} を実行できるようにしてください。ロールのアクセス許可の境界が妨げています。',
  'mend.role-stopped-by.service-control':
    'ロール {role} が {actions} を実行できるようにしてください。サービスコントロールポリシーが妨げています。',
  'mend.role-stopped-by.resource-control':
    'ロール {role} が {actions} を実行できるようにしてください。リソースコントロールポリシーが妨げています。',
  'mend.vault-grant-gone':
    'AWS Backup サービスに {key} の許可 (grant) を戻してください。このキーで新しいボールトを作成します。',
  'mend.key-admits':
    'アカウント {account} がキー {key} を使えるようにしてください。キーポリシーで {principal} に {actions} を、AWS リソース向けの kms:CreateGrant とともに許可する必要があります。',
  'mend.destination-vault-admits-source':
    'ロール {role} が {vault} にコピーできるようにしてください。アクセスポリシーで backup:CopyIntoBackupVault を許可する必要があります。',
  'mend.exempt-from-deny': '{document} の拒否 {statement} から {principal} を除外してください。',
  'mend.unreadable-or-foreign-deny':
    '{document} が拒否しており ({statement})、自動では変更できません。修正するか、{principal} から切り離してください。',
  'mend.attach-role-policy': 'ロール {role} に {policy} をアタッチしてください。',
  'mend.key-admits-as-documented':
    'ナレッジセンターの記事にある 2 つのステートメント (使用、AWS リソース向けの許可) を、アカウント {account} 向けにキー {key} のポリシーに追加してください。',
  'mend.destination-vault-admits-account':
    'コンソールが書き込む形で、アカウント {account} 全体が {vault} にコピーできるようにしてください。',
  'ok.air-gapped-vault-takes-type': 'エアギャップボールトはこの復旧ポイントを受け入れます',
  'title.air-gapped-vault-takes-type': 'エアギャップボールトはこの復旧ポイントを受け入れません',
  'why.air-gapped-vault-takes-type':
    '論理エアギャップボールトは、すべてのタイプを受け入れるわけではなく、暗号化されていない Aurora、DocumentDB、Neptune や、AWS マネージドキーの非完全管理タイプも受け入れません。',
  'mend.air-gapped-vault-takes-type.other-vault': '標準のボールトにコピーしてください。',
  'mend.air-gapped-vault-takes-type.encrypt':
    'クラスターをカスタマー管理キーで暗号化し、もう一度バックアップしてそれをコピーしてください。',
};
