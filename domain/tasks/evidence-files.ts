/** How many files one task holds as evidence. */
export const MOST_TASK_FILES = 10;
/** What a file picker offers for evidence; the bytes decide in the end. */
export const EVIDENCE_ENDINGS = ".png,.jpg,.jpeg,.gif,.webp,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps";

type Ended = Readonly<{ waivedAt: Date | null; cancelledAt: Date | null }>;

/** Evidence can be added as long as the task stands, also after it was reported: what came later stands beside what came before. */
export const takesFiles = ({ waivedAt, cancelledAt }: Ended): boolean => waivedAt === null && cancelledAt === null;

/** Until it is reported for the first time, a wrong picture can be taken away; from then on what was shown stays, handed back or not. */
export const letsFilesGo = (task: Ended & { wasReported: boolean }): boolean => takesFiles(task) && !task.wasReported;
