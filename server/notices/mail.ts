import { createTransport } from "nodemailer";

const PATIENCE_MS = 10_000;

export type Letter = Readonly<{ id: number; to: string; subject: string; text: string }>;

/** Whether this installation sends mail: SMTP_URL and MAIL_FROM are set. */
export const isMailSet = (): boolean => Boolean(process.env["SMTP_URL"] && process.env["MAIL_FROM"]);

/**
 * Hands letters to the mail server over one connection, one after the other; `answer` hears of each whether it was taken. The number
 * makes the same Message-ID each time, so that a letter sent again after a crash is known as the same one.
 */
export async function sendLetters(letters: readonly Letter[], answer: (letter: Letter, error: unknown) => Promise<void>): Promise<void> {
  const [url, from] = [process.env["SMTP_URL"], process.env["MAIL_FROM"]];
  if (!url || !from) return;
  const waits = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url, pool: true, maxConnections: 1, ...waits });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
  try {
    for (const letter of letters) {
      const { id, to, subject, text } = letter;
      const sent = transport.sendMail({ from, to, subject, text, messageId: `<zhixing-${id}@${domain}>` });
      const error = await sent.then(
        () => null,
        (reason: unknown) => reason,
      );
      await answer(letter, error);
    }
  } finally {
    transport.close();
  }
}
