import type { explainEn } from './en.ts';

export const explainZhTw: Readonly<Record<keyof typeof explainEn, string>> = {
  'explain.by-copy-job': '複製任務回報的訊息',
  'explain.by-backup-job': '備份任務回報的訊息',
  'explain.by-restore-job': '還原任務回報的訊息',
  'explain.by-call': 'API 呼叫的回應',
  'explain.category': '{what}，類別 {category}',
  'explain.documented': 'AWS 文件記載：{url}',
  'explain.recorded': '服務實際回應的紀錄：{from}',
  'explain.reported': '公開引述：{from}',
  'explain.inferred': '我們的推斷，並非引述：{from}',
  'explain.speaks': '服務實際顯示："{sentence}"',
  'explain.cause': '原因',
  'explain.causes': '可能的原因（最可能者在前）',
  'explain.look': '查看',
  'explain.in-account': '在{side}帳戶',
  'explain.doctor': '一次檢查所有環節：',
  'explain.likeness': '沒有收錄這個句子。最接近的是：',
  'explain.unknown': '沒有收錄這個句子，也沒有相似的句子。',
  'explain.fragment': 'AWS Backup 會將包含「{fragment}」的訊息歸類為 {category}。',
  'explain.no-message': '任務結束時沒有訊息：沒有任何失敗。',
  'about.copy-job.too-many-copy-jobs':
    '同一資源能同時執行的複製數量有限。設定沒有問題：請稍後重試，並將複製同一資源的計畫排程錯開。',
  'about.copy-job.ami-storage-not-permitted':
    '快照的共用在複製完成前被撤銷，常見原因是會移除所有共用的自動修復機制。請將 AWS Backup 自身的共用排除在外。也可能是快照的金鑰未允許目的地。',
  'about.copy-job.unshare-failed':
    '複製本身已完成。執行期間角色遭到刪除，因此快照仍與目的地共用：請重新建立角色，並手動取消共用。',
  'about.copy-job.option-group-missing':
    '資料庫具有 TDE 等持續性選項，而 AWS Backup 只會傳遞預設選項群組。請在目的地區域建立具有相同選項的選項群組；使用 TDE 的複本必須以 RDS 本身製作。',
  'about.copy-job.tags-point-unavailable': '複製標籤時，復原點或其複本已被刪除。請確認是否有太早到期或遭刪除的情形。',
  'about.copy-job.key-does-not-exist':
    '指定的金鑰不在此帳戶與區域：可能是 ARN 有誤、金鑰已刪除，或在其他區域使用了單一區域金鑰。',
  'about.copy-job.role-may-not-get-resources':
    '計畫的角色無法呼叫 tag:GetResources，或被服務控制政策阻擋。此時依標籤的選取不會選到任何資源，複製也永遠不會開始。',
  'about.copy-job.bucket-versioning-unreadable':
    '角色缺少 S3 的許可。請連接 AWSBackupServiceRolePolicyForS3Backup，並啟用儲存貯體的版本控制。',
  'about.copy-job.token-expired': '任務執行期間服務的工作階段已過期。請重新執行。',
  'about.copy-job.fatal-error':
    '服務發生錯誤，或失敗的部分沒有專屬訊息。請先檢查所有環節；若都正常，請重新執行複製，仍失敗再建立支援案例。',
  'about.backup-job.vault-does-not-exist':
    '計畫指定的保存庫已被刪除。由於沒有建立備份，也就沒有可複製的內容：請在計畫中指定其他保存庫，或重新建立該保存庫。',
  'about.backup-job.running-job-for-same-resource':
    '每個資源一次只能執行一個任務：此任務在等待另一個任務時逾時。請錯開排程，或放寬開始時段。',
  'about.backup-job.stopped-by-user': '有人呼叫了 StopBackupJob。可透過 CloudTrail 查出是誰。',
  'about.backup-job.expired-before-completion':
    '備份未在完成時段內結束。請放寬 CompleteWindowMinutes，或提早開始執行。',
  'about.backup-job.lifecycle-out-of-range':
    '規則的保留期間超出保存庫鎖定的範圍。請變更規則中的 DeleteAfterDays，或選擇其他保存庫。',
  'about.backup-job.role-lacks-permissions':
    '角色缺少此資源類型的許可，或（容易誤解的是）預設角色從未建立。請連接 AWSBackupServiceRolePolicyForBackup，若為 S3 則另需連接其專用政策。',
  'about.backup-job.may-not-describe-resource':
    '角色無法描述該資源。請連接其類型對應的 AWS 受管政策；S3 為 AWSBackupServiceRolePolicyForS3Backup。',
  'about.backup-job.resource-not-found': '資源已被刪除，或選取項目指定了不存在的資源。',
  'about.backup-job.not-for-air-gapped':
    '備份已建立在備份保存庫中。邏輯氣隙保存庫不支援此資源類型，因此沒有複製到那裡。',
  'about.backup-job.aws-key-not-for-air-gapped':
    '備份已建立在備份保存庫中。此資源以 AWS 受管金鑰加密，這類備份無法複製到邏輯氣隙保存庫。',
  'about.backup-job.continuous-not-enabled': '規則要求連續備份，但無法為此資源啟用，因此改為建立快照。',
  'about.backup-job.completed-with-issues': '備份已建立，但資源中有部分內容無法讀取。訊息中會指出是哪些。',
  'about.backup-job.fatal-error': '服務發生錯誤。請重新執行任務；若再次失敗，請附上任務 ID 建立支援案例。',
  'about.restore-job.access-denied':
    '還原角色在執行還原的帳戶中缺少許可。請連接 AWSBackupServiceRolePolicyForRestores，並允許角色使用複本的金鑰。',
  'about.restore-job.target-invalid': '還原目標已存在且有內容，或無法建立。請指定其他目標。',
  'about.restore-job.items-invalid':
    '中繼資料的 itemsToRestore 必須是 JSON 清單，其中的路徑須存在於復原點。請檢查其格式與每個路徑的拼法。',
  'about.restore-job.completed-with-issues': '資料已全部還原；部分中繼資料無法設定。訊息中會指出是哪些。',
  'about.restore-job.fatal-error': '還原期間服務發生錯誤。請重新執行。',
  'about.other.vss':
    'Windows 無法為備份凍結應用程式。備份本身已存在，具有當機一致性。請檢查執行個體上的 VSS 代理程式與寫入器。',
  'about.other.quota-of-service':
    '資源所屬服務的配額已用盡，因此沒有建立備份，也無從複製。請錯開排程、刪除不再需要的項目，或向 AWS 申請提高配額。',
  'about.other.network-metadata': '備份已建立。執行個體的網路介面過多，描述無法容納；還原時必須手動設定。',
  'about.other.inside-window':
    '備份時間落在資料庫的維護時段或備份時段內，或過於接近，因此沒有建立備份，也沒有後續複製。請調整計畫排程或該時段。',
  'about.other.access-key': '帳戶尚未訂閱該服務：通常是新帳戶，或未啟用的區域。',
  'about.other.hypervisor': 'Backup 閘道無法連線到 Hypervisor，或 Hypervisor 無法為此機器建立快照。',
  'about.other.continuous-taken':
    '每個資源只能有一個連續備份，且另一個計畫或保存庫已擁有它。系統改為建立快照，或完全沒有建立。請在其中一方關閉連續備份。',
  'about.other.air-gapped-type': '備份已在其保存庫中；此類型無法放入邏輯氣隙保存庫。請複製到標準保存庫。',
  'about.other.air-gapped-key':
    '備份已在其保存庫中，但使用 AWS 受管金鑰，邏輯氣隙保存庫不接受。請使用客戶受管金鑰加密資源。',
  'about.other.restore-window': '同時執行的還原測試過多，因此未能及時開始。請放寬開始時段。',
  'about.other.instance-profile': '還原的執行個體只能使用備份時的執行個體設定檔。',
  'about.other.managed-snapshot':
    'AWS Backup 的快照要以 backup:DeleteRecoveryPoint 或其生命週期刪除，不能透過 EC2 刪除。',
  'about.call.insufficient-privileges':
    '保存庫不存在、呼叫者無權檢視，或指定共用保存庫但未指出擁有帳戶時，都會出現此訊息。請檢查名稱拼法（含大小寫）、區域與 --backup-vault-account-id。',
  'about.call.vault-policy-sharing':
    '保存庫存取政策只能授予其他帳戶 backup:CopyIntoBackupVault。若要在他處還原，請先複製過去；邏輯氣隙保存庫可透過 RAM 共用。',
  'about.call.invalid-principal':
    '政策指定了不存在的使用者或角色：可能是 ARN 有誤、多了空格，或該帳戶尚未有 AWSServiceRoleForBackup。請先建立：aws iam create-service-linked-role --aws-service-name backup.amazonaws.com',
  'about.call.feature-not-in-region': 'AWS 在此區域不提供跨帳戶備份。請改在其他區域呼叫或複製。',
  'about.call.lifecycle':
    '冷儲存至少計費 90 天：DeleteAfterDays 必須比 MoveToColdStorageAfterDays 多 90 以上，且介於 1 與 36500 之間。',
  'about.call.vault-not-empty': '保存庫必須清空才能刪除。請先刪除其中的復原點，或等待其到期。',
};
