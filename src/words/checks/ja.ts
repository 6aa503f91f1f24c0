import type { checksEn } from './en.ts';

export const checksJa: Readonly<Record<keyof typeof checksEn, string>> = {
  'ok.caller-may-start-copy': '呼び出し元はコピーを開始できます',
  'title.caller-may-start-copy': '呼び出し元はコピーを開始できません',
  'why.caller-may-start-copy':
    'StartCopyJob には復旧ポイントに対する backup:StartCopyJob が必要です。拒否は即座に返され、コピージョブは作成されません。',
  'mend.caller-lacks-action': '{caller} に {resource} に対する {action} を許可してください。',
  'ok.caller-may-pass-role': '呼び出し元はロールを AWS Backup に渡せます',
  'title.caller-may-pass-role': '呼び出し元はロールを AWS Backup に渡せません',
  'why.caller-may-pass-role':
    'コピーを開始する側はロールを AWS Backup に渡します。そのため、backup.amazonaws.com に対するロールの iam:PassRole が必要です。',
  'ok.switch-has-settled': 'クロスアカウントバックアップの設定は反映済みです',
  'title.switch-has-settled': 'クロスアカウントバックアップの設定が変更されたばかりです',
  'why.switch-has-settled':
    '変更の反映にはどちらの方向でも最大 15 分かかります。{settled} までは、以前の状態に従ってコピーが開始または失敗することがあります。',
  'mend.switch-wait': '{settled} まで待ってから、もう一度コピーしてください。',
  'ok.leaving-organization-is-denied': 'コピー先アカウントを組織から離脱させることはできません',
  'title.leaving-organization-is-denied': 'コピー先アカウントはコピーを持ったまま組織を離脱できます',
  'why.leaving-organization-is-denied':
    '離脱したアカウントはボールトとコピーを保持します。AWS は、コピー先に organizations:LeaveOrganization を拒否するサービスコントロールポリシーを設定するよう勧めています。',
  'mend.leaving-organization-is-denied':
    'アカウント {account} またはその上位の組織単位に、organizations:LeaveOrganization を拒否するサービスコントロールポリシーをアタッチしてください。',
  'ok.destinations-are-narrowed': 'コピー先を制限するポリシーがあります',
  'title.destinations-are-narrowed': 'コピー先を制限するポリシーがありません',
  'why.destinations-are-narrowed':
    'クロスアカウントバックアップを有効にすると、組織のすべてのアカウントが互いのコピー先になり得ます。サービスコントロールポリシーの backup:CopyTargets または backup:CopyTargetOrgPaths で制限できます。',
  'mend.destinations-are-narrowed':
    'backup:CopyTargets が {vault} または承認済みのボールトでない限り、サービスコントロールポリシーで backup:CopyFromBackupVault を拒否してください。',
  'ok.vault-patterns-can-match': 'ボールトのパターンはボールト ARN の形をしています',
  'title.vault-patterns-can-match': 'ボールトのパターンが決して一致しません',
  'why.vault-patterns-can-match':
    'ボールトの ARN では名前の前がコロンです (backup-vault:名前)。スラッシュのパターンはどのボールトにも一致しないため、例外が成立せず、すべてのコピーが拒否されます。',
  'mend.vault-patterns-can-match':
    'backup-vault の後はコロンにしてください: arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME。',
  'ok.organization-paths-fit': '組織パスのパターンは正しい形です',
  'title.organization-paths-fit': '組織パスのパターンが決して一致しません',
  'why.organization-paths-fit':
    '組織パスは o- で始まりスラッシュで終わります: o-ORG/r-ROOT/ou-UNIT/。パターンは、その単位自体なら /、配下すべてなら /* で終わる必要があります。',
  'mend.organization-paths-fit': 'o- から組織単位までのパス全体を書き、/ または /* で終えてください。',
  'ok.denies-do-not-lean-on-absent-keys': '送信されないキーに依存する拒否はありません',
  'title.denies-do-not-lean-on-absent-keys': '拒否が、そのアクションに決して付かないキーに依存しています',
  'why.denies-do-not-lean-on-absent-keys':
    'backup:CopyTargets と backup:CopyTargetOrgPaths は backup:CopyFromBackupVault にのみ付きます。それ以外では存在しないため、否定演算子や ForAllValues が真になり、拒否が常に成立します。',
  'mend.denies-do-not-lean-on-absent-keys':
    '条件は backup:CopyFromBackupVault だけに関するステートメントに入れてください。',
  'ok.scp-allows-grant-nothing': '許可のように見えるサービスコントロールポリシーはありません',
  'title.scp-allows-grant-nothing':
    'サービスコントロールポリシーが AWS Backup のアクションを許可していますが、権限は付与されません',
  'why.scp-allows-grant-nothing':
    'サービスコントロールポリシーは、アイデンティティポリシーが与える権限を制限するだけです。FullAWSAccess が外された階層では、その許可だけが残ります。',
  'mend.scp-allows-grant-nothing': '権限はロール自身のポリシーで与え、各階層に FullAWSAccess を残してください。',
  'ok.role-may-describe-default-key': 'ロールは AWS Backup のキーを参照できます',
  'title.role-may-describe-default-key': 'ロールは AWS Backup のキーを参照できません',
  'why.role-may-describe-default-key':
    '別リージョンへのコピーでは、kms:ResourceAliases が alias/aws/backup のキーに対する kms:DescribeKey をロールに許可するよう AWS は求めています。',
  'mend.role-may-describe-default-key': 'ロール {role} に kms:DescribeKey を許可してください。',
  'ok.engine-can-be-copied': 'このエンジンのスナップショットはアカウントの外に出せます',
  'title.engine-can-be-copied': 'RDS Custom のスナップショットはアカウントの外に出せません',
  'why.engine-can-be-copied':
    'Amazon RDS は RDS Custom for SQL Server のスナップショットを他のアカウントにコピーしません。',
  'mend.engine-can-be-copied': 'データベース自身の手段でデータをエクスポートし、その結果をバックアップしてください。',
  'ok.option-group-goes-along': 'スナップショットはコピー先のオプショングループを必要としません',
  'title.option-group-goes-along': 'スナップショットにはコピー先にないオプショングループが必要です',
  'why.option-group-goes-along':
    'TDE などの永続オプションはスナップショットに付随します。AWS Backup はコピー先のデフォルトのオプショングループでコピーしますが、それらの設定はありません。',
  'mend.option-group-goes-along':
    '{options} を含むオプショングループを指定して Amazon RDS でコピーするか、データベースからそのオプションを外してください。',
  'ok.members-can-be-copied': '復旧ポイントに構成要素はありません',
  'title.members-can-be-copied': '復旧ポイントは他の復旧ポイントから成り、個別にコピーされます',
  'why.members-can-be-copied':
    '{type} の構成要素はそれぞれのタイプの規則に従ってコピーされます。1 つでも失敗またはコピー不可の場合、ジョブは PARTIAL で終わります。',
  'mend.members-can-be-copied': '構成要素も、それぞれの復旧ポイントごとに診断してください。',
  'ok.point-stays-warm': '復旧ポイントは十分な期間ウォームのままです',
  'title.point-stays-warm': '復旧ポイントはまもなくコールドになります',
  'why.point-stays-warm': '{moment} にコールドストレージへ移行し、それ以降はコピーできません。',
  'ok.point-stays-long-enough': 'コピー元はコピーに十分な期間保持されます',
  'title.point-stays-long-enough': 'コピーの前にコピー元が期限切れになる可能性があります',
  'why.point-stays-long-enough':
    '{moment} まで保持されます。コピーは同じリソースの他のジョブの後ろで待ち、何時間も再試行されます。後続のコピーを増分に保つためにも、AWS は 1 週間以上を勧めています。',
  'mend.point-stays-long-enough': 'コピー元ボールトの復旧ポイントを少なくとも {days} 日間保持してください。',
  'ok.all-keys-of-image-admit-destination': 'イメージのすべてのキーがコピー先による読み取りを許可しています',
  'title.all-keys-of-image-admit-destination': 'イメージの別のキーがコピー先による読み取りを許可していません',
  'why.all-keys-of-image-admit-destination':
    'イメージはボリュームごとにスナップショットを持ち、それぞれ異なるキーのことがあります。1 つでも開けないとコピー全体が失敗します。',
  'ok.shared-key-is-the-one-that-counts': '共有されているキーが実際に使われるキーです',
  'title.shared-key-is-the-one-that-counts': '使われるのはボールトではなくリソースのキーです',
  'why.shared-key-is-the-one-that-counts':
    '{type} の復旧ポイントはリソースのキーを引き継ぎます。多くのモジュールのようにコピー元ボールトのキーを共有しても役に立ちません。',
  'mend.shared-key-is-the-one-that-counts': 'キー {key} をコピー先アカウントと共有してください。',
  'ok.via-service-can-match': 'kms:ViaService の条件は要求元サービスに合っています',
  'title.via-service-can-match': 'kms:ViaService の条件が要求元サービスに合いません',
  'why.via-service-can-match':
    'このコピーではコピー元のキーは {service} を通じて要求されます。リージョンのない名前や別のサービスの名前は何にも一致せず、そのステートメントは誰も許可しません。',
  'mend.via-service-can-match': 'kms:ViaService の値に {service} を追加するか、条件を外してください。',
  'ok.key-grants-go-with-use': 'キーポリシーは使用とともに許可 (grant) の作成を認めています',
  'title.key-grants-go-with-use': 'キーポリシーは使用を許可していますが、許可 (grant) の作成を認めていません',
  'why.key-grants-go-with-use':
    'アカウント {account} はキーを使用できますが、コピーには AWS リソース向けの kms:CreateGrant も必要で、ないと失敗します。',
  'mend.key-grants-go-with-use':
    'kms:GrantIsForAWSResource が true の場合に、アカウント {account} に kms:CreateGrant を許可してください。',
  'ok.key-names-an-account': 'キーポリシーはコピー先アカウントを指定しています',
  'title.key-names-an-account': 'キーポリシーがコピー先ではなくサービス backup.amazonaws.com を指定しています',
  'why.key-names-an-account':
    'コピー元のキーを要求するのはアカウント {account} のサービスリンクロールであり、サービスではありません。サービス向けのステートメントでは許可されません。',
  'mend.key-names-an-account':
    'アカウント {account} またはその AWSServiceRoleForBackup をプリンシパルに指定してください。',
  'ok.replicas-have-the-same-policy': 'キーは単一リージョンのキーです',
  'title.replicas-have-the-same-policy': 'マルチリージョンキーが使われています',
  'why.replicas-have-the-same-policy':
    'マルチリージョンキーのレプリカはそれぞれ独自のポリシーを持ちます。1 つを変更しても他には反映されず、あるリージョンで成功し別のリージョンで失敗することがあります。',
  'mend.replicas-have-the-same-policy': 'キー {key} のポリシーをすべてのリージョンで同じに保ってください。',
  'ok.destination-arn-is-well-formed': 'コピー先はボールトの ARN です',
  'title.destination-arn-is-well-formed': 'コピー先がボールトの ARN ではありません',
  'why.destination-arn-is-well-formed':
    'プランは与えられた値をそのまま受け付け、コピー時にボールトが見つからなくなります。ARN 内の引用符、名前の前のコロンの代わりのスラッシュ、誤ったパーティションがよくある原因です。',
  'mend.destination-arn-is-well-formed':
    'コピー先を arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME の形で書いてください。',
  'ok.vault-is-available': 'コピー先ボールトは利用できます',
  'title.vault-is-available': 'コピー先ボールトが利用できません',
  'why.vault-is-available':
    '状態は {state} です。論理エアギャップボールトの作成には数分かかり、作成者に対する kms:CreateGrant がキーポリシーにないと失敗します。',
  'mend.vault-is-available': 'ボールトが AVAILABLE になるまで待ってください。',
  'mend.vault-failed': 'キーポリシーで kms:CreateGrant を許可し、ボールトを削除して作り直してください。',
  'ok.vault-policy-is-about-vault': 'ボールトアクセスポリシーは自身のボールトに関するものです',
  'title.vault-policy-is-about-vault': 'ボールトアクセスポリシーのステートメントが別のボールトに関するものです',
  'why.vault-policy-is-about-vault': 'Resource が別のボールトを指しているため、このボールトには適用されません。',
  'mend.vault-policy-is-about-vault': 'Resource に "*" または {vault} を指定してください。',
  'ok.vault-policy-names-role': 'ボールトアクセスポリシーはこのロールを含んでいます',
  'title.vault-policy-names-role': 'ボールトアクセスポリシーがコピー元アカウントの別のロールを指定しています',
  'why.vault-policy-names-role': 'コピーは、ポリシーが許可するものとは別のロールで実行されます。',
  'mend.vault-policy-names-role': 'ポリシーに {role} を追加するか、指定済みのロールでコピーを実行してください。',
  'ok.condition-keys-are-sent': '条件は送信されるキーだけを参照しています',
  'title.condition-keys-are-sent': '条件が決して送信されないキーを参照しています',
  'why.condition-keys-are-sent':
    'コピーのリクエストには {keys} が付きません。そのようなキーに対する肯定条件は決して満たされず、否定条件は常に満たされます。',
  'mend.condition-keys-are-sent':
    '条件を外すか、代わりに aws:PrincipalOrgPaths、aws:PrincipalOrgID、aws:PrincipalArn を使ってください。',
  'ok.principals-exist': 'ボールトポリシーとキーポリシーのプリンシパルは正しい形です',
  'title.principals-exist': 'ポリシーのプリンシパルが誰も指していません',
  'why.principals-exist':
    '余分な空白や空文字列は誰も指しません。AROA… や AIDA… は削除されたロールやユーザーの名残で、同じ名前で作り直しても一致しません。',
  'mend.principals-exist': '対象のアカウント、ロール、ユーザーの完全な ARN を書いてください。',
  'ok.allows-hold-only-with-keys': '全員への許可は、必ず存在するキーで制限されています',
  'title.allows-hold-only-with-keys': '全員への許可が、キーが存在しない場合にも成立します',
  'why.allows-hold-only-with-keys':
    'ForAllValues は、リクエストにそのキーがない場合も真になります。組織に属さない呼び出し元が通過します。',
  'mend.allows-hold-only-with-keys':
    'aws:PrincipalOrgPaths には ForAnyValue:StringLike を、aws:PrincipalOrgID には StringEquals を使ってください。',
  'ok.vault-policy-grants-only-copies': 'ボールトアクセスポリシーが他に許可するのはコピーだけです',
  'title.vault-policy-grants-only-copies':
    'ボールトアクセスポリシーが他にコピー以外も許可していますが、効果はありません',
  'why.vault-policy-grants-only-copies':
    'アカウント間で有効なのは backup:CopyIntoBackupVault だけです。それ以外はポリシーの保存時に拒否されるか無視されます。アカウント間の復元はコピーバックで行います。',
  'mend.vault-policy-grants-only-copies': '他のアカウントには backup:CopyIntoBackupVault だけを許可してください。',
  'ok.vault-policy-can-be-changed': 'ボールトアクセスポリシーは所有者が変更できます',
  'title.vault-policy-can-be-changed': 'ボールトアクセスポリシーを誰も変更できません',
  'why.vault-policy-can-be-changed':
    '条件のない全員への拒否が backup:PutBackupVaultAccessPolicy を含むため、誰もポリシーを修正できず、Terraform でも破棄できません。',
  'mend.vault-policy-can-be-changed': '拒否から管理者のロールを除外し、保護はボールトロックに任せてください。',
  'ok.guides-agree-on-vault-key': 'コピー先のキーについて AWS の資料は一致しています',
  'title.guides-agree-on-vault-key': 'このコピー先のキーについて AWS の資料が食い違っています',
  'why.guides-agree-on-vault-key':
    '暗号化のページは、完全管理のタイプに AWS マネージドキーを認めていますが、クロスアカウントのページのセキュリティ注記は今も認めていません。ここでは新しい記述に従います。',
  'ok.copy-stays-encrypted': 'コピーは暗号化されます',
  'title.copy-stays-encrypted': 'コピーは暗号化されません',
  'why.copy-stays-encrypted':
    '暗号化されていない {type} クラスターのコピーは、コピー先ボールトのキーにかかわらず暗号化されません。',
  'mend.copy-stays-encrypted': '暗号化を有効にしてクラスターを復元し、それをバックアップしてください。',
  'ok.key-deletion-is-denied': 'コピー先のキーの削除は拒否されています',
  'title.key-deletion-is-denied': 'コピー先のキーの削除を拒否するものがありません',
  'why.key-deletion-is-denied':
    'キーがなければコピーは読めません。ボールトロックは復旧ポイントを守りますが、それを開くキーは守りません。',
  'mend.key-deletion-is-denied':
    'サービスコントロールポリシー、または 1 つのロール以外に対するキーポリシーで、{key} の kms:ScheduleKeyDeletion を拒否してください。',
  'ok.regions-are-enabled': '両方のアカウントでリージョンが有効です',
  'title.regions-are-enabled': 'アカウントでリージョンが有効になっていません',
  'why.regions-are-enabled': 'コピーの前に、アカウント {account} で {region} を有効にする必要があります。',
  'mend.regions-are-enabled': 'アカウント {account} でリージョン {region} を有効にしてください。',
  'ok.destination-has-room': 'コピー先はクォータに近づいていません',
  'title.destination-has-room': 'コピー先がクォータに近づいています',
  'why.destination-has-room': 'クォータを超えるコピーは CREATED のまま待つか、失敗します。',
  'mend.destination-has-room':
    'スケジュールを分散するか、保持する復旧ポイントを減らすか、クォータの引き上げを申請してください。',
  'ok.type-can-be-restored-there': 'コピー先でこのタイプを復元できます',
  'title.type-can-be-restored-there': 'コピー先ではまだこのタイプを復元できません',
  'why.type-can-be-restored-there':
    'コピー先での復元には {service} のサービスリンクロールが必要で、そのサービスを初めて使うときに作成されます。',
  'mend.type-can-be-restored-there': 'アカウント {account} で {service} のサービスリンクロールを作成してください。',
  'ok.copy-lives-as-long-as-asked': 'コピーは指定どおりの期間保持されます',
  'title.copy-lives-as-long-as-asked': 'コピーの保持期間が指定より短くなります',
  'why.copy-lives-as-long-as-asked':
    'コピーの日数はコピー元の作成日から数えます。指定された {days} 日のうち、残りは {left} 日です。',
  'mend.copy-lives-as-long-as-asked': '{days} 日を指定してください。',
  'ok.retention-is-chosen': 'コピーは独自の保持期間を持ちます',
  'title.retention-is-chosen': 'コピーはコピー元の保持期間を引き継ぎます',
  'why.retention-is-chosen':
    '独自の保持期間がない場合や「無期限」の場合、コピーはコピー元と同時に、その作成から {days} 日後に終わります。',
  'mend.retention-is-chosen': 'コピーアクションにライフサイクルを指定してください。「無期限」には 36500 日と書きます。',
  'ok.plan-copies-something': 'プランのすべてのルールがコピーします',
  'title.plan-copies-something': 'プランにコピーしないルールがあります',
  'why.plan-copies-something':
    '各ルールは自身のコピーアクションでコピーします。{rules} にはコピーアクションがないため、そのバックアップには 2 つ目のコピーがなく、どのジョブもそれを知らせません。',
  'mend.plan-copies-something': 'バックアップのコピーが必要なら、ルールにコピーアクションを追加してください: {rules}。',
  'ok.plan-names-vaults': 'プランのコピー先はボールトです',
  'title.plan-names-vaults': 'プランのコピー先がボールトを指していません',
  'why.plan-names-vaults': 'プランは書かれたコピー先をそのまま受け付け、コピーは 1 つずつ失敗します。',
  'mend.plan-names-vaults': 'コピー先を arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME の形で書いてください。',
  'ok.plan-runs-its-copies': 'プランのルールは互いの実行を妨げません',
  'title.plan-runs-its-copies': 'コピーを伴う実行が、重なるルールのために行われません',
  'why.plan-runs-its-copies':
    'プランのルールが重なると、AWS は保持期間の長い方の実行を残し、もう一方をコピーアクションごと破棄します。',
  'mend.plan-runs-its-copies':
    'スケジュールを開始ウィンドウより離すか、保持期間の長いルールにもコピーアクションを追加してください。',
  'ok.plan-has-a-selection': 'プランに選択があります',
  'title.plan-has-a-selection': 'プランに選択がありません',
  'why.plan-has-a-selection':
    '選択のないプランは何もバックアップせず、失敗もしません。Terraform のプランでは、どの aws_backup_selection もこのバックアッププランを指していない場合にこうなります。',
  'mend.plan-has-a-selection': 'プランに選択を追加するか、別の構成がそれを作成することを確認してください。',
  'ok.plan-selects-something': 'プランの選択はリソースを選んでいます',
  'title.plan-selects-something': 'プランの選択が何も選んでいません',
  'why.plan-selects-something':
    '何もバックアップされず、失敗もしません。タグは大文字小文字も区別され、ワイルドカードは空白に一致せず、tag:GetResources を妨げるポリシーがあると選択は空になります。',
  'mend.plan-selects-something': '選択の条件どおりにリソースへタグを付けるか、選択を修正してください。',
  'ok.plan-types-are-opted-in': 'リージョンでプランのタイプが有効です',
  'title.plan-types-are-opted-in': 'プランが選択するタイプがリージョンで有効になっていません',
  'why.plan-types-are-opted-in': 'タグによる選択では、リージョン設定で有効なタイプだけが対象です。{types} は無効です。',
  'mend.plan-types-are-opted-in': 'リージョン設定で {types} を有効にしてください。',
  'ok.plan-tables-are-advanced': 'テーブルは高度な機能でバックアップされます',
  'title.plan-tables-are-advanced': 'テーブルが高度な機能なしでバックアップされ、コピーされません',
  'why.plan-tables-are-advanced':
    '高度な機能なしで作成された DynamoDB バックアップは、後で有効にしてもコピーできません。',
  'mend.plan-tables-are-advanced': 'リージョン設定で Amazon DynamoDB バックアップの高度な機能を有効にしてください。',
  'ok.plan-copies-keep-no-moments': '継続的バックアップのコピーはありません',
  'title.plan-copies-keep-no-moments': '継続的バックアップのコピーは任意の時点に復元できません',
  'why.plan-copies-keep-no-moments':
    'このルールは継続的にバックアップしますが、コピーされるのはその時点のスナップショットです。',
  'mend.plan-copies-keep-no-moments': '失ってもよい時間の間隔でコピーしてください。',
};
