import type { checksEn } from './en.ts';

export const checksEs: Readonly<Record<keyof typeof checksEn, string>> = {
  'ok.caller-may-start-copy': 'Quien llama puede iniciar la copia',
  'title.caller-may-start-copy': 'Quien llama no puede iniciar la copia',
  'why.caller-may-start-copy':
    'StartCopyJob necesita backup:StartCopyJob sobre el punto de recuperación. El rechazo llega al instante y no se crea ningún trabajo de copia.',
  'mend.caller-lacks-action': 'Permita a {caller} {action} sobre {resource}.',
  'ok.caller-may-pass-role': 'Quien llama puede pasar el rol a AWS Backup',
  'title.caller-may-pass-role': 'Quien llama no puede pasar el rol a AWS Backup',
  'why.caller-may-pass-role':
    'Quien inicia una copia entrega su rol a AWS Backup, para lo que necesita iam:PassRole sobre el rol, para backup.amazonaws.com.',
  'ok.switch-has-settled': 'El interruptor de copia entre cuentas se ha asentado',
  'title.switch-has-settled': 'El interruptor de copia entre cuentas se acaba de cambiar',
  'why.switch-has-settled':
    'Un cambio tarda hasta 15 minutos, en ambos sentidos: hasta {settled} las copias pueden aún iniciarse o fallar según el estado anterior.',
  'mend.switch-wait': 'Espere hasta {settled} y copie de nuevo.',
  'ok.leaving-organization-is-denied': 'Nadie puede sacar la cuenta de destino de la organización',
  'title.leaving-organization-is-denied': 'La cuenta de destino puede abandonar la organización con las copias',
  'why.leaving-organization-is-denied':
    'Una cuenta que se va conserva sus almacenes y copias. AWS aconseja en el destino una política de control de servicios que deniegue organizations:LeaveOrganization.',
  'mend.leaving-organization-is-denied':
    'Vincule a la cuenta {account}, o a una unidad superior, una política de control de servicios que deniegue organizations:LeaveOrganization.',
  'ok.destinations-are-narrowed': 'Una política dice adónde pueden ir las copias',
  'title.destinations-are-narrowed': 'Ninguna política dice adónde pueden ir las copias',
  'why.destinations-are-narrowed':
    'El interruptor de copia entre cuentas abre cada cuenta de la organización a todas las demás. Las políticas de control de servicios lo limitan con backup:CopyTargets o backup:CopyTargetOrgPaths.',
  'mend.destinations-are-narrowed':
    'Deniegue backup:CopyFromBackupVault en una política de control de servicios salvo que backup:CopyTargets sea {vault} u otro almacén que apruebe.',
  'ok.vault-patterns-can-match': 'Los patrones de almacenes tienen la forma del ARN de un almacén',
  'title.vault-patterns-can-match': 'Un patrón de almacenes no puede coincidir nunca',
  'why.vault-patterns-can-match':
    'El ARN de un almacén tiene dos puntos antes del nombre: backup-vault:NOMBRE. Un patrón con barra no encaja con ninguno, de modo que la excepción no se cumple nunca y se deniegan todas las copias.',
  'mend.vault-patterns-can-match':
    'Escriba dos puntos después de backup-vault: arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME.',
  'ok.organization-paths-fit': 'Los patrones de rutas de la organización tienen la forma correcta',
  'title.organization-paths-fit': 'Un patrón de rutas de la organización no puede coincidir nunca',
  'why.organization-paths-fit':
    'Una ruta de la organización empieza por o- y acaba en barra: o-ORG/r-ROOT/ou-UNIT/. Un patrón debe acabar en / para la propia unidad o en /* para todo lo que hay debajo.',
  'mend.organization-paths-fit': 'Escriba la ruta completa, desde o- hasta la unidad, y termínela con / o /*.',
  'ok.denies-do-not-lean-on-absent-keys': 'Ninguna denegación se apoya en una clave que nunca se envía',
  'title.denies-do-not-lean-on-absent-keys': 'Una denegación se apoya en una clave que su acción nunca lleva',
  'why.denies-do-not-lean-on-absent-keys':
    'backup:CopyTargets y backup:CopyTargetOrgPaths solo acompañan a backup:CopyFromBackupVault. En otros casos faltan, lo que hace verdaderos un operador negado y ForAllValues: la denegación se cumple siempre.',
  'mend.denies-do-not-lean-on-absent-keys':
    'Ponga la condición en una declaración solo sobre backup:CopyFromBackupVault.',
  'ok.scp-allows-grant-nothing': 'Ninguna política de control de servicios parece una concesión',
  'title.scp-allows-grant-nothing':
    'Una política de control de servicios permite acciones de AWS Backup, lo que no concede nada',
  'why.scp-allows-grant-nothing':
    'Las políticas de control de servicios solo limitan lo que conceden las políticas de identidad. Donde un nivel ya no tiene FullAWSAccess, ese permiso es todo lo que queda.',
  'mend.scp-allows-grant-nothing':
    'Dé los permisos en las políticas del propio rol y mantenga FullAWSAccess en cada nivel.',
  'ok.role-may-describe-default-key': 'El rol puede describir la clave de AWS Backup',
  'title.role-may-describe-default-key': 'El rol no puede describir la clave de AWS Backup',
  'why.role-may-describe-default-key':
    'Para copiar a otra región, AWS pide que el rol pueda kms:DescribeKey donde kms:ResourceAliases sea alias/aws/backup.',
  'mend.role-may-describe-default-key': 'Permita kms:DescribeKey al rol {role}.',
  'ok.engine-can-be-copied': 'Las instantáneas del motor pueden salir de la cuenta',
  'title.engine-can-be-copied': 'Las instantáneas de RDS Custom no salen de su cuenta',
  'why.engine-can-be-copied': 'Amazon RDS no copia instantáneas de RDS Custom for SQL Server a otras cuentas.',
  'mend.engine-can-be-copied':
    'Exporte los datos con los medios de la propia base de datos y haga copia de lo exportado.',
  'ok.option-group-goes-along': 'La instantánea no necesita grupo de opciones en el destino',
  'title.option-group-goes-along': 'La instantánea necesita un grupo de opciones que falta en el destino',
  'why.option-group-goes-along':
    'Las opciones persistentes, como TDE, acompañan a la instantánea. AWS Backup copia con el grupo de opciones predeterminado del destino, que no las tiene.',
  'mend.option-group-goes-along':
    'Copie la instantánea con Amazon RDS y un grupo de opciones que tenga {options}, o quite esas opciones de la base de datos.',
  'ok.members-can-be-copied': 'El punto de recuperación no tiene miembros propios',
  'title.members-can-be-copied': 'El punto de recuperación se compone de otros, que se copian uno a uno',
  'why.members-can-be-copied':
    'Los miembros de {type} se copian según las reglas de sus propios tipos. Si uno falla o no se puede copiar, el trabajo acaba en PARTIAL.',
  'mend.members-can-be-copied': 'Diagnostique también los miembros, cada uno por su punto de recuperación.',
  'ok.point-stays-warm': 'El punto de recuperación sigue activo el tiempo suficiente',
  'title.point-stays-warm': 'El punto de recuperación pasará pronto a almacenamiento en frío',
  'why.point-stays-warm': 'El {moment} pasa a almacenamiento en frío, y desde ahí no se copia nunca.',
  'ok.point-stays-long-enough': 'El origen se conserva lo suficiente para su copia',
  'title.point-stays-long-enough': 'El origen puede caducar antes de que se haga su copia',
  'why.point-stays-long-enough':
    'Se conserva hasta {moment}. Las copias esperan detrás de otras del mismo recurso y se reintentan durante horas; AWS aconseja al menos una semana, también para que las siguientes sigan siendo incrementales.',
  'mend.point-stays-long-enough': 'Conserve los puntos de recuperación en el almacén de origen al menos {days} días.',
  'ok.all-keys-of-image-admit-destination': 'Todas las claves de la imagen dejan leer al destino',
  'title.all-keys-of-image-admit-destination': 'Otra clave de la imagen no deja leer al destino',
  'why.all-keys-of-image-admit-destination':
    'Una imagen tiene una instantánea por volumen y cada una puede tener su propia clave. Una sola que no se abra hace fallar toda la copia.',
  'ok.shared-key-is-the-one-that-counts': 'La clave que cuenta es la que se comparte',
  'title.shared-key-is-the-one-that-counts': 'La clave que cuenta es la del recurso, no la del almacén',
  'why.shared-key-is-the-one-that-counts':
    'Los puntos de recuperación de {type} conservan la clave de su recurso. Compartir la clave del almacén de origen, como hacen muchos módulos, no les sirve.',
  'mend.shared-key-is-the-one-that-counts': 'Comparta la clave {key} con la cuenta de destino.',
  'ok.via-service-can-match': 'Las condiciones sobre kms:ViaService encajan con el servicio que pide',
  'title.via-service-can-match': 'Una condición sobre kms:ViaService no puede encajar con el servicio que pide',
  'why.via-service-can-match':
    'Para esta copia la clave de origen se pide a través de {service}. Un nombre sin región, o el de otro servicio, no coincide con nada, y la declaración no deja entrar a nadie.',
  'mend.via-service-can-match': 'Añada {service} a los valores de kms:ViaService o quite la condición.',
  'ok.key-grants-go-with-use': 'La política de la clave permite concesiones junto con el uso',
  'title.key-grants-go-with-use': 'La política de la clave permite el uso, pero no las concesiones',
  'why.key-grants-go-with-use':
    'La cuenta {account} puede usar la clave; la copia necesita además kms:CreateGrant para recursos de AWS y falla sin él.',
  'mend.key-grants-go-with-use':
    'Permita a la cuenta {account} kms:CreateGrant cuando kms:GrantIsForAWSResource sea true.',
  'ok.key-names-an-account': 'La política de la clave nombra la cuenta de destino',
  'title.key-names-an-account': 'La política de la clave nombra el servicio backup.amazonaws.com en lugar del destino',
  'why.key-names-an-account':
    'La clave de origen la pide el rol vinculado al servicio de la cuenta {account}, un rol y no un servicio: una declaración para el servicio no lo deja entrar.',
  'mend.key-names-an-account': 'Nombre como principal la cuenta {account} o su AWSServiceRoleForBackup.',
  'ok.replicas-have-the-same-policy': 'Las claves son de una sola región',
  'title.replicas-have-the-same-policy': 'Una clave es de varias regiones',
  'why.replicas-have-the-same-policy':
    'Cada réplica de una clave de varias regiones tiene su propia política. Un cambio en una no llega a las demás, de modo que las copias pueden funcionar en una región y fallar en otra.',
  'mend.replicas-have-the-same-policy': 'Mantenga iguales las políticas de la clave {key} en todas las regiones.',
  'ok.destination-arn-is-well-formed': 'El destino es el ARN de un almacén',
  'title.destination-arn-is-well-formed': 'El destino no es el ARN de un almacén',
  'why.destination-arn-is-well-formed':
    'Un plan acepta lo que se le da; la copia luego no encuentra ese almacén. Son frecuentes las comillas dentro del ARN, una barra en lugar de dos puntos antes del nombre y la partición equivocada.',
  'mend.destination-arn-is-well-formed': 'Escriba el destino como arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME.',
  'ok.vault-is-available': 'El almacén de destino está disponible',
  'title.vault-is-available': 'El almacén de destino no está disponible',
  'why.vault-is-available':
    'Su estado es {state}. Crear un almacén aislado lógicamente tarda minutos y falla si la política de su clave no da kms:CreateGrant a quien lo crea.',
  'mend.vault-is-available': 'Espere a que el almacén esté AVAILABLE.',
  'mend.vault-failed': 'Permita kms:CreateGrant en la política de la clave, elimine el almacén y vuelva a crearlo.',
  'ok.vault-policy-is-about-vault': 'La política de acceso trata de su propio almacén',
  'title.vault-policy-is-about-vault': 'Una declaración de la política de acceso trata de otro almacén',
  'why.vault-policy-is-about-vault': 'Su Resource corresponde a otro almacén, así que nunca se aplica a este.',
  'mend.vault-policy-is-about-vault': 'Escriba "*" o {vault} como Resource.',
  'ok.vault-policy-names-role': 'La política de acceso nombra este rol, o más',
  'title.vault-policy-names-role': 'La política de acceso nombra otros roles de la cuenta de origen',
  'why.vault-policy-names-role': 'La copia se ejecuta con un rol distinto de los que la política deja entrar.',
  'mend.vault-policy-names-role': 'Nombre {role} en la política o ejecute la copia con un rol que ella nombre.',
  'ok.condition-keys-are-sent': 'Las condiciones solo piden claves que se envían',
  'title.condition-keys-are-sent': 'Una condición pide una clave que nunca se envía',
  'why.condition-keys-are-sent':
    'Ninguna petición de una copia lleva allí {keys}. Una condición positiva sobre una clave así no se cumple nunca, y una negada, siempre.',
  'mend.condition-keys-are-sent':
    'Quite la condición o use en su lugar aws:PrincipalOrgPaths, aws:PrincipalOrgID o aws:PrincipalArn.',
  'ok.principals-exist': 'Los principales de las políticas de almacén y de clave están completos',
  'title.principals-exist': 'Un principal de una política no nombra a nadie',
  'why.principals-exist':
    'Un espacio suelto o una cadena vacía no nombran a nadie. AROA… o AIDA… es lo que queda de un rol o usuario eliminado, y no vale para otro creado de nuevo con el mismo nombre.',
  'mend.principals-exist': 'Escriba el ARN completo de la cuenta, el rol o el usuario al que se refiere.',
  'ok.allows-hold-only-with-keys': 'Los permisos para todos están limitados por claves que deben existir',
  'title.allows-hold-only-with-keys': 'Un permiso para todos también vale cuando falta su clave',
  'why.allows-hold-only-with-keys':
    'ForAllValues es verdadero si la petición no lleva la clave: quien no tiene organización pasa.',
  'mend.allows-hold-only-with-keys':
    'Use ForAnyValue:StringLike con aws:PrincipalOrgPaths o StringEquals con aws:PrincipalOrgID.',
  'ok.vault-policy-grants-only-copies': 'La política de acceso solo da a otros la copia',
  'title.vault-policy-grants-only-copies': 'La política de acceso da a otros más que la copia, sin efecto',
  'why.vault-policy-grants-only-copies':
    'Entre cuentas solo cuenta backup:CopyIntoBackupVault. Lo demás se rechaza al guardar la política o se ignora: las restauraciones entre cuentas se hacen copiando de vuelta.',
  'mend.vault-policy-grants-only-copies': 'Permita a otras cuentas solo backup:CopyIntoBackupVault.',
  'ok.vault-policy-can-be-changed': 'Los dueños pueden cambiar la política de acceso',
  'title.vault-policy-can-be-changed': 'La política de acceso impide a todos cambiarla',
  'why.vault-policy-can-be-changed':
    'Una denegación para todos, sin condición, incluye backup:PutBackupVaultAccessPolicy: nadie puede ya corregir la política, y Terraform no puede destruirla.',
  'mend.vault-policy-can-be-changed':
    'Exceptúe de la denegación el rol de un administrador y deje la protección al bloqueo del almacén.',
  'ok.guides-agree-on-vault-key': 'La clave de destino es una en la que coinciden las páginas de AWS',
  'title.guides-agree-on-vault-key': 'Las páginas de AWS discrepan sobre esta clave de destino',
  'why.guides-agree-on-vault-key':
    'La página de cifrado permite una clave administrada por AWS para los tipos que AWS Backup administra por completo; las notas de seguridad de la página de copia entre cuentas aún lo niegan. Aquí se sigue el texto más nuevo.',
  'ok.copy-stays-encrypted': 'La copia está cifrada',
  'title.copy-stays-encrypted': 'La copia no está cifrada',
  'why.copy-stays-encrypted':
    'Las copias de clústeres {type} sin cifrar quedan sin cifrar, sea cual sea la clave del almacén de destino.',
  'mend.copy-stays-encrypted': 'Restaure el clúster con cifrado y haga copia de seguridad de ese.',
  'ok.key-deletion-is-denied': 'Se deniega la eliminación de la clave de destino',
  'title.key-deletion-is-denied': 'Nada deniega la eliminación de la clave de destino',
  'why.key-deletion-is-denied':
    'Sin su clave no se puede leer ninguna copia. Un bloqueo de almacén protege los puntos de recuperación, no la clave que los abre.',
  'mend.key-deletion-is-denied':
    'Deniegue kms:ScheduleKeyDeletion de {key} en una política de control de servicios, o en la política de la clave para todos salvo un rol.',
  'ok.regions-are-enabled': 'Las dos cuentas tienen activada su región',
  'title.regions-are-enabled': 'Una cuenta no tiene activada su región',
  'why.regions-are-enabled':
    'La cuenta {account} debe activar {region} antes de que se pueda copiar algo hacia allí o desde allí.',
  'mend.regions-are-enabled': 'En la cuenta {account}, active la región {region}.',
  'ok.destination-has-room': 'El destino no está cerca de una cuota',
  'title.destination-has-room': 'El destino está cerca de una cuota',
  'why.destination-has-room': 'Las copias que superan una cuota esperan en CREATED o fallan.',
  'mend.destination-has-room': 'Reparta los horarios, conserve menos puntos de recuperación o pida aumentar la cuota.',
  'ok.type-can-be-restored-there': 'El destino puede restaurar este tipo',
  'title.type-can-be-restored-there': 'El destino aún no puede restaurar este tipo',
  'why.type-can-be-restored-there':
    'Una restauración allí necesita el rol vinculado al servicio de {service}, que se crea al usar ese servicio por primera vez.',
  'mend.type-can-be-restored-there': 'En la cuenta {account}, cree el rol vinculado al servicio de {service}.',
  'ok.copy-lives-as-long-as-asked': 'La copia vive tanto como se pidió',
  'title.copy-lives-as-long-as-asked': 'La copia vive menos de lo que se pidió',
  'why.copy-lives-as-long-as-asked':
    'Una copia cuenta sus días desde la creación de su origen. De los {days} días pedidos quedan {left}.',
  'mend.copy-lives-as-long-as-asked': 'Pida {days} días.',
  'ok.retention-is-chosen': 'La copia tiene su propia retención',
  'title.retention-is-chosen': 'La copia hereda la retención de su origen',
  'why.retention-is-chosen':
    'Sin retención propia, o con «para siempre», una copia acaba con su origen: {days} días después de crearse este.',
  'mend.retention-is-chosen': 'Dé a la acción de copia un ciclo de vida; para «para siempre», escriba 36500 días.',
  'ok.plan-copies-something': 'Todas las reglas del plan copian',
  'title.plan-copies-something': 'Una regla del plan no copia nada',
  'why.plan-copies-something':
    'Cada regla copia con sus propias acciones de copia. {rules}: ninguna, así que lo que respaldan no tiene segunda copia, y ningún trabajo lo dice.',
  'mend.plan-copies-something': 'Dé a las reglas una acción de copia si lo que respaldan debe tener copia: {rules}.',
  'ok.plan-names-vaults': 'Las copias del plan nombran almacenes',
  'title.plan-names-vaults': 'Una copia del plan no nombra un almacén',
  'why.plan-names-vaults': 'Un plan acepta cualquier destino que se escriba, y sus copias fallan una a una.',
  'mend.plan-names-vaults': 'Escriba los destinos como arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME.',
  'ok.plan-runs-its-copies': 'Las reglas del plan no se estorban',
  'title.plan-runs-its-copies': 'Hay ejecuciones con copia que ceden ante una regla solapada',
  'why.plan-runs-its-copies':
    'Cuando las reglas de un plan se solapan, AWS mantiene la ejecución con la retención más larga y descarta la otra con sus acciones de copia.',
  'mend.plan-runs-its-copies':
    'Separe los horarios más que la ventana de inicio, o dé también las acciones de copia a la regla más larga.',
  'ok.plan-has-a-selection': 'El plan tiene una selección',
  'title.plan-has-a-selection': 'El plan no tiene ninguna selección',
  'why.plan-has-a-selection':
    'Un plan sin selección no respalda nada, y nada falla. En un plan de Terraform es así cuando ningún aws_backup_selection nombra el plan de respaldo.',
  'mend.plan-has-a-selection': 'Dé al plan una selección, o asegúrese de que otra configuración la crea.',
  'ok.plan-selects-something': 'Las selecciones del plan eligen recursos',
  'title.plan-selects-something': 'Una selección del plan no elige nada',
  'why.plan-selects-something':
    'Nada se respalda y nada falla. Las etiquetas distinguen mayúsculas, los comodines no abarcan espacios y una política que impide tag:GetResources deja vacía la selección.',
  'mend.plan-selects-something': 'Etiquete un recurso como pide la selección, o corrija la selección.',
  'ok.plan-types-are-opted-in': 'La región tiene activados los tipos del plan',
  'title.plan-types-are-opted-in': 'La región no tiene activado un tipo que el plan selecciona',
  'why.plan-types-are-opted-in':
    'Por etiqueta, AWS Backup solo toma tipos activados en los ajustes de la región. {types}: desactivado.',
  'mend.plan-types-are-opted-in': 'Active {types} en los ajustes de la región.',
  'ok.plan-tables-are-advanced': 'Las tablas se respaldan con las características avanzadas',
  'title.plan-tables-are-advanced': 'Las tablas se respaldan sin las características avanzadas y nunca se copian',
  'why.plan-tables-are-advanced':
    'Una copia de DynamoDB hecha sin las características avanzadas no se puede copiar, ni siquiera tras activarlas.',
  'mend.plan-tables-are-advanced':
    'Active en los ajustes de la región las características avanzadas para copias de Amazon DynamoDB.',
  'ok.plan-copies-keep-no-moments': 'Ninguna copia del plan lo es de una copia continua',
  'title.plan-copies-keep-no-moments': 'Las copias de una copia continua no se pueden restaurar a un momento',
  'why.plan-copies-keep-no-moments':
    'La regla respalda de forma continua; lo que copia es una instantánea del momento de la copia.',
  'mend.plan-copies-keep-no-moments': 'Copie tan a menudo como el tiempo entre dos copias que se pueda perder.',
};
