import { z } from "zod";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };

/** In which language a file's header speaks; import understands both. */
export const fileLanguage = z.enum(["zh-CN", "en"]).default("zh-CN");

/** The words of files with people and branches in them. */
export const fileWordsOf = (language: z.output<typeof fileLanguage>) => (language === "en" ? en : zh).peopleFile;
