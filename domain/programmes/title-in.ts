/** A title in the reader's language: English where there is one and it is asked for, else as it was written. */
export const titleIn = (locale: string, { title, titleEn }: Readonly<{ title: string; titleEn: string }>): string =>
  locale === "en" && titleEn !== "" ? titleEn : title;
