import type { requirementsEn } from './en.ts';

export const requirementsEs: Readonly<Record<keyof typeof requirementsEn, string>> = {
  'ok.role-can-be-assumed': 'AWS Backup puede asumir el rol',
  'title.role-can-be-assumed': 'AWS Backup no puede asumir el rol',
  'why.role-can-be-assumed':
    'El rol de la copia debe existir y su política de confianza debe permitir sts:AssumeRole a backup.amazonaws.com. Una condición sobre una clave que el servicio no envía no se cumple nunca.',
  'ok.point-is-available': 'El punto de recuperación existe y está completo',
  'title.point-is-available': 'El punto de recuperación no existe o no se puede usar',
  'why.point-is-available':
    'La copia lee el punto de recuperación en el almacén de la cuenta que la inicia. Puede haber caducado o haberse eliminado entretanto, o estar en otro almacén, cuenta o región.',
  'ok.type-can-be-copied': 'AWS Backup ofrece esta copia para este tipo',
  'title.type-can-be-copied': 'AWS Backup no ofrece esta copia para este tipo',
  'why.type-can-be-copied':
    'AWS determina qué tipos se copian entre cuentas, entre regiones o ambas cosas a la vez, y eso cambia con el tiempo. Ninguna política ni ajuste ayuda, salvo las características avanzadas de DynamoDB.',
  'ok.point-is-warm': 'El punto de recuperación está en almacenamiento activo',
  'title.point-is-warm': 'El punto de recuperación está en almacenamiento en frío',
  'why.point-is-warm':
    'Los puntos de recuperación en almacenamiento en frío o en un nivel de archivo no se copian nunca.',
  'ok.point-is-not-continuous': 'El punto de recuperación es una instantánea, no una copia continua',
  'title.point-is-not-continuous': 'El punto de recuperación es una copia de seguridad continua',
  'why.point-is-not-continuous':
    'StartCopyJob no copia copias de seguridad continuas. Lo que un plan copia de ellas es una instantánea, sin restauración a un momento dado.',
  'ok.same-organization': 'Las dos cuentas están en una misma organización',
  'title.same-organization': 'Las dos cuentas no están en una misma organización',
  'why.same-organization':
    'AWS Backup solo copia entre cuentas dentro de una misma organización de AWS Organizations. Una cuenta que la abandonó conserva sus copias, pero no recibe nuevas.',
  'ok.cross-account-copy-enabled': 'La copia entre cuentas está activada en la organización',
  'title.cross-account-copy-enabled': 'La copia entre cuentas está desactivada en la organización',
  'why.cross-account-copy-enabled':
    'La cuenta de administración debe activar la opción para la organización. Sin ella fallan todas las copias entre cuentas, por buenas que sean las políticas. Un cambio tarda hasta 15 minutos.',
  'ok.source-role-may-copy-from-vault': 'El rol puede dejar salir el punto de recuperación',
  'title.source-role-may-copy-from-vault': 'El rol no puede dejar salir el punto de recuperación',
  'why.source-role-may-copy-from-vault':
    'El rol necesita backup:CopyFromBackupVault sobre el punto de recuperación. Las políticas de control de servicios suelen limitarlo con backup:CopyTargets o backup:CopyTargetOrgPaths.',
  'ok.source-role-may-copy-into-vault': 'El rol puede escribir en el almacén de destino, en lo que depende de su lado',
  'title.source-role-may-copy-into-vault': 'El rol no puede escribir en el almacén de destino',
  'why.source-role-may-copy-into-vault':
    'El rol necesita backup:CopyIntoBackupVault sobre el almacén de destino en sus propias políticas; las políticas de control de servicios y de recursos y un límite de permisos no deben impedirlo.',
  'ok.destination-vault-exists': 'El almacén de destino existe',
  'title.destination-vault-exists': 'El almacén de destino no existe',
  'why.destination-vault-exists':
    'Un plan se acepta aunque su almacén de destino no exista, y AWS responde a un almacén inexistente de otra cuenta con una denegación de acceso.',
  'ok.destination-vault-admits-source': 'La política de acceso del almacén deja entrar al origen',
  'title.destination-vault-admits-source': 'La política de acceso del almacén no deja entrar al origen',
  'why.destination-vault-admits-source':
    'El almacén de destino debe permitir backup:CopyIntoBackupVault a la cuenta de origen, a su rol, a su unidad organizativa o a la organización. Un almacén sin política de acceso no admite a ninguna otra cuenta.',
  'ok.destination-vault-admits-retention': 'La retención de la copia está en el rango del almacén',
  'title.destination-vault-admits-retention': 'La retención de la copia está fuera del rango del almacén',
  'why.destination-vault-admits-retention':
    'Un bloqueo de almacén fija una retención mínima y una máxima, y las copias fuera de ellas fallan. Una copia sin ciclo de vida propio hereda el del origen; una copia sin caducidad supera cualquier máximo.',
  'ok.storage-gateway-vault-is-own': 'El almacén y la clave de destino los creó un usuario',
  'title.storage-gateway-vault-is-own':
    'Una copia de Storage Gateway necesita un almacén y una clave creados por un usuario',
  'why.storage-gateway-vault-is-own':
    'Los volúmenes de Storage Gateway no van ni al almacén predeterminado ni a la clave predeterminada del destino.',
  'ok.destination-vault-key-is-customer-managed': 'El almacén de destino tiene una clave administrada por el cliente',
  'title.destination-vault-key-is-customer-managed': 'El almacén de destino tiene una clave administrada por AWS',
  'why.destination-vault-key-is-customer-managed':
    'Los tipos que AWS Backup no administra por completo solo se copian a almacenes con una clave administrada por el cliente. El almacén Default tiene la clave aws/backup administrada por AWS, y la clave de un almacén no se puede cambiar.',
  'ok.destination-service-linked-role-exists': 'El rol vinculado al servicio de AWS Backup existe en el destino',
  'title.destination-service-linked-role-exists': 'Falta el rol vinculado al servicio de AWS Backup en el destino',
  'why.destination-service-linked-role-exists':
    'La copia en sí la hace AWSServiceRoleForBackup de la cuenta de destino. Una cuenta que nunca usó AWS Backup puede no tenerlo, y una política de clave que lo nombra no se puede guardar antes de que exista.',
  'ok.destination-key-usable': 'La clave de destino se puede usar para la copia',
  'title.destination-key-usable': 'La clave de destino no se puede usar para la copia',
  'why.destination-key-usable':
    'Quien escribe la copia debe poder usar la clave del almacén de destino: debe existir, estar habilitada y su política no debe impedirlo.',
  'ok.source-key-is-customer-managed':
    'El origen usa una clave administrada por el cliente o un tipo que no la necesita',
  'title.source-key-is-customer-managed': 'El origen está cifrado con una clave administrada por AWS',
  'why.source-key-is-customer-managed':
    'Las instantáneas de tipos que AWS Backup no administra por completo conservan la clave de su recurso, y la política de una clave administrada por AWS (aws/ebs, aws/rds) no puede admitir a otra cuenta.',
  'ok.source-key-admits-destination': 'La clave de origen deja leer al destino',
  'title.source-key-admits-destination': 'La clave de origen no deja leer al destino',
  'why.source-key-admits-destination':
    'El rol vinculado al servicio de la cuenta de destino lee con la clave de origen: la clave debe estar habilitada y su política debe permitir el uso y kms:CreateGrant. Qué clave es depende del tipo: la del propio recurso o, en los tipos administrados por completo, la del almacén de origen.',
  'ok.source-role-may-share': 'El rol puede compartir la instantánea con el destino',
  'title.source-role-may-share': 'El rol no puede compartir la instantánea con el destino',
  'why.source-role-may-share':
    'Los tipos que AWS Backup no administra por completo salen de su cuenta al compartirse; los roles escritos a mano suelen carecer de la acción que comparte, como ec2:ModifySnapshotAttribute.',
  'ok.image-may-leave-account': 'La imagen puede salir de su cuenta',
  'title.image-may-leave-account': 'La imagen procede de AWS Marketplace y no puede salir de su cuenta',
  'why.image-may-leave-account':
    'Las imágenes con códigos de producto de AWS Marketplace no se pueden copiar a otra cuenta.',
  'ok.image-is-allowed-at-destination': 'El destino admite imágenes del origen',
  'title.image-is-allowed-at-destination': 'Las AMI permitidas del destino no incluyen al origen',
  'why.image-is-allowed-at-destination':
    'Si la opción AMI permitidas de EC2 está activa en la cuenta de destino, no se encuentran las imágenes de cuentas que no nombra.',
  'ok.source-role-may-copy-tags': 'El rol puede trasladar las etiquetas',
  'title.source-role-may-copy-tags': 'El rol no puede trasladar las etiquetas',
  'why.source-role-may-copy-tags':
    'Un punto de recuperación con etiquetas se copia con ellas: el rol debe poder leerlas y, en los tipos administrados por completo, ponerlas (backup:TagResource).',
  'ok.tags-obey-tag-policy': 'Las etiquetas cumplen la política de etiquetas del destino',
  'title.tags-obey-tag-policy': 'Una etiqueta incumple la política de etiquetas del destino',
  'why.tags-obey-tag-policy':
    'Una política de etiquetas aplicada rechaza un valor que no enumera y una clave que difiere en mayúsculas. La falta de etiquetas nunca es una infracción.',
  'ok.tags-within-limit': 'No hay más de 50 etiquetas',
  'title.tags-within-limit': 'Hay más de 50 etiquetas',
  'why.tags-within-limit':
    'Una copia lleva las etiquetas de su punto de recuperación y las de la regla del plan, y AWS permite 50 propias del usuario.',
  'mend.cross-account-copy-enabled':
    'En la cuenta de administración, ponga el ajuste global isCrossAccountBackupEnabled en "true".',
  'mend.destination-key-gone':
    'La clave del almacén ya no existe, ni lo que protegía: copie a un almacén cuya clave exista.',
  'mend.destination-service-linked-role-exists':
    'En la cuenta {account}, cree el rol vinculado al servicio de backup.amazonaws.com.',
  'mend.destination-vault-admits-retention':
    'Pida una copia que se conserve entre {min} y {max} días, por ejemplo {days}.',
  'mend.destination-vault-exists':
    'Cree el almacén {vault} con una clave administrada por el cliente, o indique uno que exista.',
  'mend.destination-vault-key-is-customer-managed':
    'Cree otro almacén con una clave administrada por el cliente y copie a ese: la clave de un almacén no se puede cambiar.',
  'mend.image-is-allowed-at-destination': 'Añada la cuenta {source} a las AMI permitidas de la cuenta {account}.',
  'mend.image-may-leave-account':
    'Haga copia de seguridad de los volúmenes de la instancia (EBS) y copie esos, o reconstrúyala a partir de una imagen propia.',
  'mend.point-is-available': 'Copie otro punto de recuperación del recurso o cree uno nuevo.',
  'mend.point-is-not-continuous':
    'Copie una instantánea del recurso: una regla de plan con acción de copia toma una junto a la copia continua.',
  'mend.point-is-warm':
    'Copie un punto de recuperación activo y planifique las copias antes del paso al almacenamiento en frío.',
  'mend.role-can-be-assumed':
    'Deje que {service} asuma el rol {role}: su política de confianza debe permitir sts:AssumeRole a ese servicio.',
  'mend.role-exists': 'Vuelva a crear el rol {role} o inicie la copia con un rol que exista.',
  'mend.source-key-gone':
    'La clave que protege el punto ya no existe, ni el punto: haga una nueva copia de seguridad del recurso con otra clave.',
  'mend.source-key-is-customer-managed.restore':
    'Restaure el recurso con una clave administrada por el cliente, haga otra copia de seguridad y copie esa.',
  'mend.source-key-is-customer-managed.two-hops':
    'Copie primero el punto a un almacén con clave administrada por el cliente en su propia cuenta y luego esa copia a la otra cuenta.',
  'mend.same-organization': 'Mueva una de las dos cuentas a la organización de la otra.',
  'mend.storage-gateway-vault-is-own':
    'Cree un almacén propio con una clave administrada por el cliente y copie a ese.',
  'mend.tags-obey-tag-policy.tag': 'Dé a la etiqueta {key} un valor que la política de etiquetas permita.',
  'mend.tags-obey-tag-policy.policy': 'Amplíe la política de etiquetas para que permita el valor de la etiqueta {key}.',
  'mend.tags-within-limit': 'Quite {count} etiquetas del punto de recuperación.',
  'mend.type-can-be-copied.region-first':
    'Copie en dos pasos: primero a la otra región en la cuenta de origen y de ahí a la otra cuenta.',
  'mend.type-can-be-copied.account-first':
    'Copie en dos pasos: primero a la otra cuenta en la misma región y luego a la otra región.',
  'mend.type-can-be-copied.dynamodb':
    'Active las características avanzadas para copias de seguridad de Amazon DynamoDB en los ajustes de la región, haga una nueva copia de seguridad y copie esa.',
  'mend.type-can-be-copied.since': 'AWS admite esta copia desde {since}.',
  'mend.type-can-be-copied.never': 'Ningún ajuste ayuda: esta copia no se ofrece.',
  'mend.cancel-key-deletion': 'Cancele la eliminación de la clave {key} y después habilítela.',
  'mend.enable-key': 'Habilite la clave {key}.',
  'mend.role-lacks-actions': 'Permita {actions} al rol {role} o adjúntele AWSBackupServiceRolePolicyForBackup.',
  'mend.role-lacks-key-actions':
    'Permita {actions} sobre {key} al rol {role} o adjúntele AWSBackupServiceRolePolicyForBackup.',
  'mend.role-stopped-by.permissions-boundary':
    'Deje que el rol {role} haga {actions}: lo impide el límite de permisos del rol.',
  'mend.role-stopped-by.service-control':
    'Deje que el rol {role} haga {actions}: lo impide una política de control de servicios.',
  'mend.role-stopped-by.resource-control':
    'Deje que el rol {role} haga {actions}: lo impide una política de control de recursos.',
  'mend.vault-grant-gone':
    'Devuelva al servicio AWS Backup su concesión sobre {key}: cree un almacén nuevo con esta clave.',
  'mend.key-admits':
    'Deje que la cuenta {account} use la clave {key}: su política de clave debe permitir {actions} a {principal}, con kms:CreateGrant para recursos de AWS.',
  'mend.destination-vault-admits-source':
    'Deje que el rol {role} copie en {vault}: su política de acceso debe permitir backup:CopyIntoBackupVault.',
  'mend.exempt-from-deny': 'En {document}, exceptúe a {principal} de la denegación {statement}.',
  'mend.unreadable-or-foreign-deny':
    '{document} lo deniega ({statement}) y una máquina no lo puede cambiar: corríjalo o desvincúlelo de {principal}.',
  'mend.attach-role-policy': 'Adjunte {policy} al rol {role}.',
  'mend.key-admits-as-documented':
    'Añada a la política de la clave {key} las dos declaraciones del artículo del centro de conocimientos: uso y concesiones para recursos de AWS, para la cuenta {account}.',
  'mend.destination-vault-admits-account':
    'Deje que toda la cuenta {account} copie en {vault}, como lo escribe la consola.',
  'ok.air-gapped-vault-takes-type': 'El almacén aislado admite este punto de recuperación',
  'title.air-gapped-vault-takes-type': 'El almacén aislado no admite este punto de recuperación',
  'why.air-gapped-vault-takes-type':
    'Los almacenes aislados lógicamente no admiten todos los tipos, ni Aurora, DocumentDB o Neptune sin cifrar, ni con clave administrada por AWS lo que AWS Backup no administra por completo.',
  'mend.air-gapped-vault-takes-type.other-vault': 'Copie a un almacén estándar.',
  'mend.air-gapped-vault-takes-type.encrypt':
    'Cifre el clúster con una clave administrada por el cliente, haga otra copia de seguridad y copie esa.',
};
