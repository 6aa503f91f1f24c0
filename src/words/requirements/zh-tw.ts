import type { requirementsEn } from './en.ts';

export const requirementsZhTw: Readonly<Record<keyof typeof requirementsEn, string>> = {
  'ok.role-can-be-assumed': 'AWS Backup 可以擔任該角色',
  'title.role-can-be-assumed': 'AWS Backup 無法擔任該角色',
  'why.role-can-be-assumed':
    '複製所用的角色必須存在，且其信任政策必須允許 backup.amazonaws.com 執行 sts:AssumeRole。以服務不會傳送的金鑰為條件，永遠無法成立。',
  'ok.point-is-available': '復原點存在且完整',
  'title.point-is-available': '復原點不存在或無法使用',
  'why.point-is-available':
    '複製會讀取啟動複製之帳戶的保存庫中的復原點。該復原點可能之後已過期或遭刪除，或位於其他保存庫、帳戶或區域。',
  'ok.type-can-be-copied': 'AWS Backup 為此類型提供這種複製',
  'title.type-can-be-copied': 'AWS Backup 未為此類型提供這種複製',
  'why.type-can-be-copied':
    '哪些類型可以跨帳戶、跨區域或同時跨兩者複製，由 AWS 決定並會隨時間改變。除了 DynamoDB 的進階功能外，任何政策或設定都無濟於事。',
  'ok.point-is-warm': '復原點位於暖儲存',
  'title.point-is-warm': '復原點位於冷儲存',
  'why.point-is-warm': '位於冷儲存或封存層的復原點永遠不會被複製。',
  'ok.point-is-not-continuous': '復原點是快照，而非持續備份',
  'title.point-is-not-continuous': '復原點是持續備份',
  'why.point-is-not-continuous': 'StartCopyJob 不會複製持續備份。備份計畫所複製的是快照，無法進行時間點還原。',
  'ok.same-organization': '兩個帳戶屬於同一個組織',
  'title.same-organization': '兩個帳戶不屬於同一個組織',
  'why.same-organization':
    'AWS Backup 只會在 AWS Organizations 的同一個組織內進行跨帳戶複製。離開組織的帳戶會保留既有複本，但不會再收到新的複本。',
  'ok.cross-account-copy-enabled': '組織已開啟跨帳戶備份',
  'title.cross-account-copy-enabled': '組織已關閉跨帳戶備份',
  'why.cross-account-copy-enabled':
    '管理帳戶必須為組織啟用此設定。若未啟用，無論政策多麼正確，所有跨帳戶複製都會失敗。變更最多需要 15 分鐘才會生效。',
  'ok.source-role-may-copy-from-vault': '角色可以將復原點複製出去',
  'title.source-role-may-copy-from-vault': '角色不得將復原點複製出去',
  'why.source-role-may-copy-from-vault':
    '角色需要對復原點具有 backup:CopyFromBackupVault 權限。服務控制政策經常以 backup:CopyTargets 或 backup:CopyTargetOrgPaths 加以限制。',
  'ok.source-role-may-copy-into-vault': '就角色這一側而言，可以寫入目的地保存庫',
  'title.source-role-may-copy-into-vault': '角色不得寫入目的地保存庫',
  'why.source-role-may-copy-into-vault':
    '角色自身的政策必須允許對目的地保存庫執行 backup:CopyIntoBackupVault；服務控制政策、資源控制政策與許可界限都不得加以阻擋。',
  'ok.destination-vault-exists': '目的地保存庫存在',
  'title.destination-vault-exists': '目的地保存庫不存在',
  'why.destination-vault-exists':
    '即使目的地保存庫不存在，備份計畫仍會被接受；對於其他帳戶中不存在的保存庫，AWS 會回覆拒絕存取。',
  'ok.destination-vault-admits-source': '保存庫存取政策允許來源',
  'title.destination-vault-admits-source': '保存庫存取政策未允許來源',
  'why.destination-vault-admits-source':
    '目的地保存庫必須對來源帳戶、其角色、其組織單位或整個組織允許 backup:CopyIntoBackupVault。沒有存取政策的保存庫不會接納任何其他帳戶。',
  'ok.destination-vault-admits-retention': '複本的保留期間在保存庫的範圍內',
  'title.destination-vault-admits-retention': '複本的保留期間超出保存庫的範圍',
  'why.destination-vault-admits-retention':
    '保存庫鎖定會設定最短與最長保留期間，超出範圍的複本會失敗。沒有自己生命週期的複本會繼承來源的生命週期；永久保留的複本會超過任何上限。',
  'ok.storage-gateway-vault-is-own': '目的地保存庫與金鑰由使用者建立',
  'title.storage-gateway-vault-is-own': 'Storage Gateway 複本需要使用者建立的保存庫與金鑰',
  'why.storage-gateway-vault-is-own':
    'Storage Gateway 磁碟區不能複製到目的地的預設保存庫，也不能使用目的地的預設金鑰。',
  'ok.destination-vault-key-is-customer-managed': '目的地保存庫使用客戶管理的金鑰',
  'title.destination-vault-key-is-customer-managed': '目的地保存庫使用 AWS 受管金鑰',
  'why.destination-vault-key-is-customer-managed':
    'AWS Backup 未完全管理的類型只能複製到使用客戶管理金鑰的保存庫。Default 保存庫使用 AWS 受管金鑰 aws/backup，而保存庫的金鑰無法變更。',
  'ok.destination-service-linked-role-exists': '目的地存在 AWS Backup 的服務連結角色',
  'title.destination-service-linked-role-exists': '目的地缺少 AWS Backup 的服務連結角色',
  'why.destination-service-linked-role-exists':
    '實際的複製由目的地帳戶的 AWSServiceRoleForBackup 執行。從未使用過 AWS Backup 的帳戶可能沒有此角色；在它存在之前，指名它的金鑰政策無法儲存。',
  'ok.destination-key-usable': '目的地金鑰可用於複製',
  'title.destination-key-usable': '目的地金鑰無法用於複製',
  'why.destination-key-usable':
    '寫入複本的主體必須能使用目的地保存庫的金鑰：金鑰必須存在、已啟用，且金鑰政策不得阻擋。',
  'ok.source-key-is-customer-managed': '來源使用客戶管理的金鑰，或其類型不需要',
  'title.source-key-is-customer-managed': '來源以 AWS 受管金鑰加密',
  'why.source-key-is-customer-managed':
    'AWS Backup 未完全管理之類型的快照會沿用其資源的金鑰，而 AWS 受管金鑰（aws/ebs、aws/rds）的政策無法允許其他帳戶。',
  'ok.source-key-admits-destination': '來源金鑰允許目的地讀取',
  'title.source-key-admits-destination': '來源金鑰未允許目的地讀取',
  'why.source-key-admits-destination':
    '目的地帳戶的服務連結角色會以來源金鑰讀取：金鑰必須已啟用，且其政策必須允許使用與 kms:CreateGrant。是哪一把金鑰取決於類型：資源自己的金鑰，或完全管理類型的來源保存庫金鑰。',
  'ok.source-role-may-share': '角色可以與目的地共用快照',
  'title.source-role-may-share': '角色不得與目的地共用快照',
  'why.source-role-may-share':
    'AWS Backup 未完全管理的類型以共用方式離開帳戶；手寫的角色往往缺少用於共用的動作，例如 ec2:ModifySnapshotAttribute。',
  'ok.image-may-leave-account': '映像可以離開其帳戶',
  'title.image-may-leave-account': '映像來自 AWS Marketplace，不得離開其帳戶',
  'why.image-may-leave-account': '帶有 AWS Marketplace 產品代碼的映像無法複製到其他帳戶。',
  'ok.image-is-allowed-at-destination': '目的地接受來源的映像',
  'title.image-is-allowed-at-destination': '目的地的允許 AMI 未包含來源',
  'why.image-is-allowed-at-destination': '若目的地帳戶啟用了 EC2 的「允許的 AMI」設定，未列名帳戶的映像會找不到。',
  'ok.source-role-may-copy-tags': '角色可以帶過標籤',
  'title.source-role-may-copy-tags': '角色不得帶過標籤',
  'why.source-role-may-copy-tags':
    '帶有標籤的復原點會連同標籤一起複製：角色必須能讀取標籤，對完全管理的類型還必須能設定標籤（backup:TagResource）。',
  'ok.tags-obey-tag-policy': '標籤符合目的地的標籤政策',
  'title.tags-obey-tag-policy': '有標籤違反目的地的標籤政策',
  'why.tags-obey-tag-policy': '強制執行的標籤政策會拒絕未列出的值，以及大小寫不同的鍵。缺少標籤永遠不算違規。',
  'ok.tags-within-limit': '標籤不超過 50 個',
  'title.tags-within-limit': '標籤超過 50 個',
  'why.tags-within-limit': '複本會同時帶有復原點與計畫規則的標籤，而 AWS 允許使用者自訂標籤最多 50 個。',
  'mend.cross-account-copy-enabled': '在管理帳戶中，將全域設定 isCrossAccountBackupEnabled 設為 "true"。',
  'mend.destination-key-gone': '保存庫的金鑰已不存在，由它保護的內容也隨之失去：請複製到金鑰仍存在的保存庫。',
  'mend.destination-service-linked-role-exists': '在帳戶 {account} 中建立 backup.amazonaws.com 的服務連結角色。',
  'mend.destination-vault-admits-retention': '請將複本的保留期間設為 {min} 到 {max} 天之間，例如 {days} 天。',
  'mend.destination-vault-exists': '請以客戶管理的金鑰建立保存庫 {vault}，或指定已存在的保存庫。',
  'mend.destination-vault-key-is-customer-managed':
    '請以客戶管理的金鑰建立另一個保存庫並複製到該處：保存庫的金鑰無法變更。',
  'mend.image-is-allowed-at-destination': '將帳戶 {source} 加入帳戶 {account} 的允許 AMI。',
  'mend.image-may-leave-account': '請備份執行個體的磁碟區（EBS）並複製那些磁碟區，或以自己的映像重建。',
  'mend.point-is-available': '請複製該資源的另一個復原點，或建立新的復原點。',
  'mend.point-is-not-continuous': '請複製該資源的快照：帶有複製動作的計畫規則會在持續備份之外另建快照。',
  'mend.point-is-warm': '請複製暖儲存中的復原點，並將複製安排在移至冷儲存之前。',
  'mend.role-can-be-assumed': '讓 {service} 擔任角色 {role}：其信任政策必須允許該服務執行 sts:AssumeRole。',
  'mend.role-exists': '請重新建立角色 {role}，或以存在的角色啟動複製。',
  'mend.source-key-gone': '保護復原點的金鑰已不存在，復原點也隨之失去：請以另一把金鑰重新備份該資源。',
  'mend.source-key-is-customer-managed.restore': '請以客戶管理的金鑰還原資源，再次備份並複製該備份。',
  'mend.source-key-is-customer-managed.two-hops':
    '請先將復原點複製到同一帳戶中使用客戶管理金鑰的保存庫，再將該複本複製到另一帳戶。',
  'mend.same-organization': '請將其中一個帳戶移至另一個帳戶所屬的組織。',
  'mend.storage-gateway-vault-is-own': '請以客戶管理的金鑰建立自己的保存庫，並複製到該處。',
  'mend.tags-obey-tag-policy.tag': '請為標籤 {key} 設定標籤政策允許的值。',
  'mend.tags-obey-tag-policy.policy': '請放寬標籤政策，使其允許標籤 {key} 的值。',
  'mend.tags-within-limit': '請從復原點移除 {count} 個標籤。',
  'mend.type-can-be-copied.region-first': '請分兩步複製：先在來源帳戶內複製到另一區域，再從該處複製到另一帳戶。',
  'mend.type-can-be-copied.account-first': '請分兩步複製：先複製到同一區域的另一帳戶，再複製到另一區域。',
  'mend.type-can-be-copied.dynamodb': '請在區域設定中開啟 Amazon DynamoDB 備份的進階功能，然後建立新的備份並複製它。',
  'mend.type-can-be-copied.since': 'AWS 自 {since} 起支援這種複製。',
  'mend.type-can-be-copied.never': '任何設定都無濟於事：AWS 不提供這種複製。',
  'mend.cancel-key-deletion': '請取消刪除金鑰 {key}，然後啟用它。',
  'mend.enable-key': '請啟用金鑰 {key}。',
  'mend.role-lacks-actions': '請允許角色 {role} 執行 {actions}，或為其附加 AWSBackupServiceRolePolicyForBackup。',
  'mend.role-lacks-key-actions':
    '請允許角色 {role} 對 {key} 執行 {actions}，或為其附加 AWSBackupServiceRolePolicyForBackup。',
  'mend.role-stopped-by.permissions-boundary': '請讓角色 {role} 能執行 {actions}：目前受到角色的許可界限阻擋。',
  'mend.role-stopped-by.service-control': '請讓角色 {role} 能執行 {actions}：目前受到服務控制政策阻擋。',
  'mend.role-stopped-by.resource-control': '請讓角色 {role} 能執行 {actions}：目前受到資源控制政策阻擋。',
  'mend.vault-grant-gone': '請將 {key} 的授予還給 AWS Backup 服務：以此金鑰建立新的保存庫。',
  'mend.key-admits':
    '請讓帳戶 {account} 使用金鑰 {key}：其金鑰政策必須允許 {principal} 執行 {actions}，並包含適用於 AWS 資源的 kms:CreateGrant。',
  'mend.destination-vault-admits-source':
    '請讓角色 {role} 能複製到 {vault}：其存取政策必須允許 backup:CopyIntoBackupVault。',
  'mend.exempt-from-deny': '請在 {document} 中，將 {principal} 從拒絕陳述式 {statement} 中排除。',
  'mend.unreadable-or-foreign-deny':
    '{document} 拒絕了此操作（{statement}），且無法由程式變更：請修正它，或將其與 {principal} 分離。',
  'mend.attach-role-policy': '請將 {policy} 附加至角色 {role}。',
  'mend.key-admits-as-documented':
    '請將知識中心文章中的兩個陳述式（使用，以及適用於 AWS 資源的授予）針對帳戶 {account} 加入金鑰 {key} 的政策。',
  'mend.destination-vault-admits-account': '依主控台的寫法，讓整個帳戶 {account} 都能複製到 {vault}。',
  'ok.air-gapped-vault-takes-type': '氣隙保存庫接受此復原點',
  'title.air-gapped-vault-takes-type': '氣隙保存庫不接受此復原點',
  'why.air-gapped-vault-takes-type':
    '邏輯氣隙保存庫並非接受所有類型，也不接受未加密的 Aurora、DocumentDB 或 Neptune，以及以 AWS 受管金鑰加密且非完全管理的類型。',
  'mend.air-gapped-vault-takes-type.other-vault': '請複製到標準保存庫。',
  'mend.air-gapped-vault-takes-type.encrypt': '請以客戶管理的金鑰加密叢集，重新備份並複製該備份。',
};
