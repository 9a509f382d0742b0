/** Everything a certificate shows, as it was when it was issued (D14): what is rendered is this and nothing else. */
export type CertificateSnapshot = Readonly<{
  serial: string;
  organisation: string;
  name: string;
  branch: string;
  title: string;
  titleEn: string;
  programme: string;
  programmeEn: string;
  /** YYYY-MM-DD in the organisation's zone. */
  finishedOn: string;
  issuedOn: string;
  verifyUrl: string;
  /** What was won in a contest, whose title then stands for the programme's; without it a programme was finished. */
  award?: Readonly<{ name: string; nameEn: string }>;
}>;
