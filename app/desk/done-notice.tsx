import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";

/** What has just been done, in one sentence; nothing once something else was refused. */
export function DoneNotice({ sentence, refused }: { sentence: string | undefined; refused: string | undefined }): ReactNode {
  if (!sentence || refused) return null;
  return (
    <div role="status">
      <Notice kind="success">{sentence}</Notice>
    </div>
  );
}
