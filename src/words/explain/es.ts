import type { explainEn } from './en.ts';

export const explainEs: Readonly<Record<keyof typeof explainEn, string>> = {
  'explain.by-copy-job': 'Lo que informa un trabajo de copia',
  'explain.by-backup-job': 'Lo que informa un trabajo de copia de seguridad',
  'explain.by-restore-job': 'Lo que informa un trabajo de restauración',
  'explain.by-call': 'La respuesta a una llamada a la API',
  'explain.category': '{what}, categoría {category}',
  'explain.documented': 'documentado por AWS, {url}',
  'explain.recorded': 'grabado del servicio: {from}',
  'explain.reported': 'citado en público: {from}',
  'explain.inferred': 'lectura nuestra, no una cita: {from}',
  'explain.speaks': 'El propio servicio dice: "{sentence}"',
  'explain.cause': 'La causa',
  'explain.causes': 'Causas posibles, la más probable primero',
  'explain.look': 'Mire',
  'explain.in-account': 'en la cuenta de {side}',
  'explain.doctor': 'Para examinar todos los eslabones a la vez:',
  'explain.likeness': 'Esta frase no se conoce. Las más parecidas:',
  'explain.unknown': 'No se conoce esta frase ni ninguna parecida.',
  'explain.fragment': 'AWS Backup clasifica todo mensaje que contiene "{fragment}" como {category}.',
  'explain.no-message': 'El trabajo terminó sin mensaje: nada falló.',
  'about.copy-job.too-many-copy-jobs':
    'Solo puede haber un número limitado de copias de un mismo recurso a la vez. No hay nada roto: inícielo más tarde y separe los horarios de los planes que copian el mismo recurso.',
  'about.copy-job.ami-storage-not-permitted':
    'Se retiró la compartición de la instantánea antes de que terminara la copia, a menudo por una automatización que elimina toda compartición. Exceptúe lo que comparte el propio AWS Backup. O bien la clave de la instantánea no admite al destino.',
  'about.copy-job.unshare-failed':
    'La copia en sí está hecha. El rol se eliminó mientras se ejecutaba, así que la instantánea sigue compartida con el destino: vuelva a crear el rol y retire la compartición a mano.',
  'about.copy-job.option-group-missing':
    'La base de datos tiene opciones persistentes, como TDE, y AWS Backup solo pasa el grupo de opciones predeterminado. Cree un grupo de opciones con las mismas opciones en la región de destino; las copias con TDE deben hacerse con el propio RDS.',
  'about.copy-job.tags-point-unavailable':
    'El punto de recuperación, o su copia, se eliminó mientras se copiaban las etiquetas. Compruebe si algo caduca o elimina puntos demasiado pronto.',
  'about.copy-job.key-does-not-exist':
    'La clave indicada no está en esta cuenta y región: un error en su ARN, una clave eliminada o una clave de una sola región usada en otra.',
  'about.copy-job.role-may-not-get-resources':
    'El rol del plan no puede llamar a tag:GetResources, o una política de control de servicios lo impide. Entonces las selecciones por etiqueta no seleccionan nada y ninguna copia llega a iniciarse.',
  'about.copy-job.bucket-versioning-unreadable':
    'Al rol le faltan los permisos de S3. Adjunte AWSBackupServiceRolePolicyForS3Backup y active el control de versiones del bucket.',
  'about.copy-job.token-expired':
    'Una sesión del servicio terminó mientras se ejecutaba el trabajo. Inícielo de nuevo.',
  'about.copy-job.fatal-error':
    'Falló el servicio, o lo que falló no tiene mensaje propio. Haga examinar primero todos los eslabones; si todos aguantan, inicie la copia de nuevo y después abra un caso de soporte.',
  'about.backup-job.vault-does-not-exist':
    'Se eliminó el almacén que nombra el plan. No se hizo ninguna copia de seguridad, así que no hay nada que copiar: indique otro almacén en el plan o vuelva a crear este.',
  'about.backup-job.running-job-for-same-resource':
    'Un solo trabajo por recurso a la vez: este esperó detrás de otro hasta agotar su tiempo. Separe los horarios o amplíe la ventana de inicio.',
  'about.backup-job.stopped-by-user': 'Alguien llamó a StopBackupJob. CloudTrail sabe quién.',
  'about.backup-job.expired-before-completion':
    'La copia de seguridad no terminó dentro de su ventana de finalización. Amplíe CompleteWindowMinutes o haga que empiece antes.',
  'about.backup-job.lifecycle-out-of-range':
    'La retención de la regla está fuera del rango del bloqueo del almacén. Cambie DeleteAfterDays en la regla o elija otro almacén.',
  'about.backup-job.role-lacks-permissions':
    'Al rol le faltan permisos para este tipo de recurso o, de forma engañosa, el rol predeterminado nunca se creó. Adjunte AWSBackupServiceRolePolicyForBackup y, para S3, también su propia política.',
  'about.backup-job.may-not-describe-resource':
    'El rol no puede describir el recurso. Adjunte la política administrada por AWS de su tipo; para S3 es AWSBackupServiceRolePolicyForS3Backup.',
  'about.backup-job.resource-not-found': 'El recurso se eliminó, o la selección nombra uno que nunca existió.',
  'about.backup-job.not-for-air-gapped':
    'La copia de seguridad se creó en el almacén de copias de seguridad. Un almacén aislado lógicamente no admite este tipo de recurso, así que no se copió nada allí.',
  'about.backup-job.aws-key-not-for-air-gapped':
    'La copia de seguridad se creó en el almacén de copias de seguridad. El recurso está cifrado con una clave que administra AWS, y una copia de seguridad así no se puede copiar a un almacén aislado lógicamente.',
  'about.backup-job.continuous-not-enabled':
    'La regla pide copias de seguridad continuas. No se pudieron activar para este recurso y, en su lugar, se creó una instantánea.',
  'about.backup-job.completed-with-issues':
    'La copia de seguridad existe, pero no se pudo leer todo el recurso. El mensaje dice qué.',
  'about.backup-job.fatal-error':
    'Falló el servicio. Inicie el trabajo de nuevo; si vuelve a fallar, abra un caso de soporte con el id del trabajo.',
  'about.restore-job.access-denied':
    'Al rol de la restauración le faltan permisos en la cuenta que restaura. Adjunte AWSBackupServiceRolePolicyForRestores y permita que el rol use la clave de la copia.',
  'about.restore-job.target-invalid':
    'El destino de la restauración ya existe y contiene algo, o no se puede crear. Indique otro.',
  'about.restore-job.items-invalid':
    'El miembro itemsToRestore de los metadatos debe ser una lista JSON de rutas que el punto de recuperación tenga. Revise su forma y cómo está escrita cada ruta.',
  'about.restore-job.completed-with-issues':
    'Todos los bytes están; parte de los metadatos no se pudo establecer. El mensaje dice cuáles.',
  'about.restore-job.fatal-error': 'Falló el servicio durante la restauración. Iníciela de nuevo.',
  'about.other.vss':
    'Windows no pudo congelar sus aplicaciones para la copia de seguridad. La copia existe, coherente ante fallos. Revise el agente VSS y sus escritores en la instancia.',
  'about.other.quota-of-service':
    'Se agotó una cuota del servicio del recurso, así que no se hizo ninguna copia de seguridad y no hay nada que copiar. Separe los horarios, elimine lo que ya no haga falta o pida a AWS una cuota mayor.',
  'about.other.network-metadata':
    'La copia de seguridad existe. La instancia tiene más interfaces de red de las que caben en su descripción; al restaurar habrá que configurarlas a mano.',
  'about.other.inside-window':
    'La copia de seguridad habría coincidido con una ventana de mantenimiento o de copias de la base de datos, o muy cerca de ella, así que no se hizo y no hubo copia. Mueva el horario del plan o la ventana.',
  'about.other.access-key':
    'La cuenta no está suscrita al servicio: a menudo una cuenta nueva o una región no habilitada.',
  'about.other.hypervisor':
    'La puerta de enlace de Backup no llega al hipervisor, o este no puede tomar una instantánea de esta máquina.',
  'about.other.continuous-taken':
    'Un recurso tiene una sola copia continua, y ya la tiene otro plan o almacén. En su lugar se hizo una instantánea, o nada. Desactive la copia continua en uno de los dos.',
  'about.other.air-gapped-type':
    'La copia de seguridad está en su almacén; su tipo no puede ir a un almacén aislado lógicamente. Cópiela a un almacén estándar.',
  'about.other.air-gapped-key':
    'La copia de seguridad está en su almacén, pero bajo una clave administrada por AWS, que un almacén aislado lógicamente no acepta. Cifre el recurso con una clave administrada por el cliente.',
  'about.other.restore-window':
    'Una prueba de restauración no empezó a tiempo porque había demasiadas a la vez. Amplíe su ventana de inicio.',
  'about.other.instance-profile':
    'Una instancia restaurada solo puede tener el perfil de instancia con el que se hizo la copia.',
  'about.other.managed-snapshot':
    'Las instantáneas de AWS Backup se eliminan con backup:DeleteRecoveryPoint o por su ciclo de vida, no a través de EC2.',
  'about.call.insufficient-privileges':
    'Se dice tanto de un almacén que no existe como de uno que quien llama no puede ver, y de un almacén compartido nombrado sin la cuenta propietaria. Revise el nombre, incluidas las mayúsculas, la región y --backup-vault-account-id.',
  'about.call.vault-policy-sharing':
    'Una política de acceso al almacén solo puede dar a otras cuentas backup:CopyIntoBackupVault. Para restaurar en otro lugar, copie allí primero; un almacén aislado lógicamente puede compartirse con RAM.',
  'about.call.invalid-principal':
    'La política nombra un usuario o rol que no existe: un error en el ARN, un espacio de más, o AWSServiceRoleForBackup de una cuenta que aún no lo tiene. Créelo antes: aws iam create-service-linked-role --aws-service-name backup.amazonaws.com',
  'about.call.feature-not-in-region':
    'AWS no ofrece la copia entre cuentas en esta región. Haga la llamada, o la copia, en otra.',
  'about.call.lifecycle':
    'El almacenamiento en frío se paga al menos 90 días: DeleteAfterDays debe superar a MoveToColdStorageAfterDays en 90 o más, y estar entre 1 y 36500.',
  'about.call.vault-not-empty':
    'Un almacén se elimina cuando está vacío. Elimine antes sus puntos de recuperación o espere a que caduquen.',
};
