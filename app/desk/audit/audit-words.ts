import { getMessages, getTranslations } from "next-intl/server";

type Tree = { readonly [key: string]: string | Tree };

/** What the ledger can name: its objects, and its actions as `object.deed`, in the order of the messages. */
export async function auditWords() {
  const [messages, tObjects, tActions] = await Promise.all([
    getMessages(),
    getTranslations("auditObjects"),
    getTranslations("auditActions"),
  ]);
  const keysOf = (namespace: string) => messages[namespace] as Tree;
  return {
    objects: Object.keys(keysOf("auditObjects")),
    actions: Object.entries(keysOf("auditActions")).flatMap(([object, deeds]) => Object.keys(deeds).map((deed) => `${object}.${deed}`)),
    objectName: (object: string): string => (tObjects.has(object as never) ? tObjects(object as never) : object),
    actionName: (action: string): string => (tActions.has(action as never) ? tActions(action as never) : action),
  };
}
